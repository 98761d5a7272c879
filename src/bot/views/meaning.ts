import type { SmallTalk } from '../../practice/index.ts'
import { callbackData } from '../callback.ts'
import { personOf } from './person-texts.ts'
import { titleOf } from './practice.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface AskMeaningArgs extends ViewBaseArgs {
  readonly draftId: number
  /** The lesson whose task it may answer; null: none came yet. */
  readonly lessonId: string | null
}

/** A text that nobody asked for: what is it? Nobody else sees it, and it is not kept until that is said. */
export const askMeaning: View<AskMeaningArgs> = (view, { draftId, lessonId, ...args }) => {
  const { t } = view
  return textMessage(
    {
      html:
        lessonId === null
          ? t('ask-meaning')
          : t('ask-meaning-of', { lesson: titleOf(view, lessonId) }),
      buttons: [
        ...(lessonId === null
          ? []
          : [[{ text: t('button-meant-task'), data: callbackData('meantTask', draftId) }]]),
        [{ text: t('button-meant-question'), data: callbackData('meantQuestion', draftId) }],
        [{ text: t('button-meant-nothing'), data: callbackData('meantNothing', draftId) }],
      ],
    },
    args,
  )
}

const emoji = { thanks: '🙏', fine: '👍' } as const satisfies Record<SmallTalk, string>

/** Below a courtesy, instead of an answer. */
export const reaction: View<
  ViewBaseArgs & { readonly messageId: number; readonly courtesy: SmallTalk }
> = (view, args) => ({
  send: {
    method: 'setMessageReaction',
    payload: {
      // The sender gives a chat only to what is sent; see sender.ts.
      chat_id: personOf(view).chatId,
      message_id: args.messageId,
      reaction: [{ type: 'emoji', emoji: emoji[args.courtesy] }],
    },
  },
})
