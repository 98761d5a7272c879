import { textIn } from '../../content/index.ts'
import { findReply, hasReply, sharedReplies as readShared } from '../../practice/index.ts'
import { callbackData } from '../callback.ts'
import { personOf, you } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Asks for what a person made of the task, and says who will see it. */
export const askReply: View<ViewBaseArgs & { readonly lessonId: string }> = async (view, args) => {
  const lesson = view.catalogue.lessons.get(args.lessonId)
  if (lesson === undefined) return textMessage({ html: view.t('button-stale') })
  const { title, task } = textIn(lesson, view.locale)
  const again = await hasReply(view.db, personOf(view).id, lesson.id)
  const html = view.t('ask-reply', { lesson: title, task: task ?? title })
  return textMessage({ html: again ? `${html}\n\n${view.t('reply-will-replace')}` : html })
}

export interface ReplyKeptArgs extends ViewBaseArgs {
  readonly replyId: number
  /** It took the place of an earlier one. */
  readonly replaced?: boolean
  /** The person has just chosen who may see it. */
  readonly chosen?: boolean
}

/** Thanks, one next step from the lesson itself, and who may see it: for oneself, until it is shared. */
export const replyKept: View<ReplyKeptArgs> = async (view, args) => {
  const reply = await findReply(view.db, args.replyId)
  if (reply?.personId !== personOf(view).id) return { cancel: 'the reply is gone' }
  const { t } = view
  const lesson = view.catalogue.lessons.get(reply.lessonId)
  const shared = reply.sharedAt !== null
  const first =
    args.chosen === true
      ? t(shared ? 'reply-shared' : 'reply-private')
      : t(args.replaced === true ? 'reply-replaced' : 'reply-kept', { you: you(view) })
  const next =
    lesson === undefined || args.chosen === true
      ? []
      : [t('reply-next-step', { objective: textIn(lesson, view.locale).objective })]
  const choice: Button = shared
    ? { text: t('button-keep-reply'), data: callbackData('keepReply', reply.id) }
    : { text: t('button-share-reply'), data: callbackData('shareReply', reply.id) }
  const keep: Button = { text: t('button-keep-reply'), data: callbackData('keepReply', reply.id) }
  const drop: Button = { text: t('button-drop-reply'), data: callbackData('dropReply', reply.id) }
  return textMessage(
    {
      html: [first, ...next, ...(args.chosen === true ? [] : [t('reply-who-sees')])].join('\n\n'),
      buttons: [[choice], ...(args.chosen === true ? [] : [[keep]]), [drop]],
    },
    args,
  )
}

export interface SharedRepliesArgs extends ViewBaseArgs {
  /** From the newest, the first being 0. */
  readonly offset: number
}

/** What people of her units have shared, one at a time, for a coordinator: to see and to praise. */
export const sharedReplies: View<SharedRepliesArgs> = async (view, args) => {
  const { t } = view
  const { total, reply } = await readShared(view.db, personOf(view).id, args)
  if (reply === undefined) return textMessage({ html: t('shared-none') }, args)
  const praised = reply.praisedAt !== null
  const html = t('shared-reply', {
    position: args.offset + 1,
    total,
    name: reply.name,
    unit: reply.unit ?? '',
    lesson: titleOf(view, reply.lessonId),
    text: reply.text,
  })
  const own = reply.personId === personOf(view).id
  return textMessage(
    {
      html: praised ? `${html}\n\n${t('shared-praised')}` : html,
      buttons: [
        ...(praised || own
          ? []
          : [
              [
                {
                  text: t('button-praise'),
                  data: callbackData('praise', `${reply.id}:${args.offset}`),
                },
              ],
            ]),
        turns(view, { offset: args.offset, total, callback: 'sharedReplies' }),
      ].filter((row) => row.length > 0),
      protect: true,
    },
    args,
  )
}

/** The lesson's title; its id when the lesson is gone. */
export function titleOf(view: ViewContext, lessonId: string): string {
  const lesson = view.catalogue.lessons.get(lessonId)
  return lesson === undefined ? lessonId : textIn(lesson, view.locale).title
}

/** Buttons to the one before and the one after. */
export function turns(
  { t }: ViewContext,
  at: {
    readonly offset: number
    readonly total: number
    readonly callback: 'sharedReplies' | 'openQuestions'
  },
): Button[] {
  const { offset, total, callback } = at
  return [
    ...(offset > 0
      ? [{ text: t('button-search-back'), data: callbackData(callback, offset - 1) }]
      : []),
    ...(offset + 1 < total
      ? [{ text: t('button-search-next'), data: callbackData(callback, offset + 1) }]
      : []),
  ]
}
