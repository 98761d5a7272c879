import {
  approvalFor,
  countAhead,
  countAudience,
  findAnnouncement,
  mayApprove,
  MOST_A_DAY,
  secondsFor,
} from '../../announcements/index.ts'
import { openMoment, readSettings } from '../../learning/index.ts'
import { findPeople } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { whenText } from '../when.ts'
import type { AnnouncementArgs } from './announcement-message.ts'
import { durationText } from './announcement-progress.ts'
import { audienceTexts, cancelButton, restText } from './announcement-wizard.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type View, type ViewContext } from './view.ts'

/** Below the preview: whom it reaches, how long that takes, what it needs, and the last word. */
export const announcementConfirm: View<AnnouncementArgs & { readonly revision: number }> = async (
  view,
  args,
) => {
  const { t, now } = view
  const person = personOf(view)
  const draft = await findAnnouncement(view.db, args.announcementId)
  if (draft?.state !== 'draft' || draft.revision !== args.revision) {
    return { cancel: 'another draft by now' }
  }
  const { id, audience, sourceIds } = draft
  const count = await countAudience(view.db, person.id, audience, now)
  const seconds = secondsFor({
    reached: count.reached,
    messages: sourceIds.length,
    ahead: await countAhead(view.db, now),
    sendRate: view.sendRate,
  })
  const second = (await readSettings(view.db))['announcement.second']
  const needs = approvalFor(count, await view.rolesOf(person.id), second)
  const open = await openMoment(view.db, person.id, now)
  const wish = `${id}.${args.revision}`
  const lines = [
    ...(draft.found.length > 0 ? [t('announcement-found')] : []),
    ...(count.full > 0 ? [t('announcement-full', { count: count.full, most: MOST_A_DAY })] : []),
    ...(needs === 'none' ? [] : [t(`announcement-needs-${needs}`, { second })]),
    ...(open > now ? [t('announcement-closed', { when: new Html(at(view, open)) })] : []),
  ]
  return textMessage({
    html: t('announcement-confirm', {
      ...(await audienceTexts(view, draft)),
      reached: count.reached,
      rest: new Html(restText(view, count)),
      duration: durationText(view, seconds),
      lines: new Html(lines.map((line) => `\n\n${line}`).join('')),
    }),
    buttons: [
      ...(open > now
        ? [
            [
              {
                text: t('announcement-send-at', { when: new Html(at(view, open)) }),
                data: callbackData('announceAt', `${wish}.${Math.ceil(open.getTime() / 1000)}.h`),
              },
            ],
          ]
        : []),
      [
        {
          text: t(open > now ? 'button-announcement-now-anyway' : 'button-announcement-now'),
          data: callbackData('announceSend', `${wish}.${open > now ? 'n' : 'h'}`),
        },
      ],
      [{ text: t('button-announcement-when'), data: callbackData('announceWhen', wish) }],
      [{ text: t('button-announcement-change'), data: callbackData('announceAudience', id) }],
      [cancelButton(view, id)],
    ],
  })
}

/** A moment on a button or in a sentence, without marks. */
function at(view: ViewContext, moment: Date): string {
  const { timezone } = personOf(view)
  return whenText(view.t, moment, { now: view.now, timezone, locale: view.locale })
}

/** A moment outside the author's working hours: moved, or meant. */
export const announcementClosed: View<
  AnnouncementArgs & { readonly revision: number; readonly at: number; readonly open: number }
> = (view, args) => {
  const wish = `${args.announcementId}.${args.revision}`
  const [wished, open] = [new Date(args.at * 1000), new Date(args.open * 1000)]
  return textMessage({
    html: view.t('announcement-outside', { when: new Html(at(view, wished)) }),
    buttons: [
      [
        {
          text: view.t('announcement-send-at', { when: new Html(at(view, open)) }),
          data: callbackData('announceAt', `${wish}.${args.open}.h`),
        },
      ],
      [
        {
          text: view.t('announcement-send-at-anyway', { when: new Html(at(view, wished)) }),
          data: callbackData('announceAt', `${wish}.${args.at}.n`),
        },
      ],
    ],
  })
}

/** What stands now, in the place of the preview's buttons. */
export const announcementStands: View<AnnouncementArgs> = async (view, args) => {
  const found = await findAnnouncement(view.db, args.announcementId)
  if (found === undefined) return { cancel: 'the announcement is gone' }
  const { id, state, sendAt } = found
  const when = sendAt === null ? '' : new Html(at(view, sendAt))
  return textMessage(
    {
      html: view.t(`announcement-stands-${state.replace('_', '-')}`, { id, when }),
      ...(state === 'scheduled' || state === 'awaiting_approval'
        ? { buttons: [[cancelButton(view, id)]] }
        : {}),
    },
    args,
  )
}

/** To somebody whose word it needs; below a copy of the message. */
export const announcementApproval: View<AnnouncementArgs> = async (view, args) => {
  const { t } = view
  const found = await findAnnouncement(view.db, args.announcementId)
  if (found?.state !== 'awaiting_approval' || found.authorId === null) {
    return { cancel: 'decided meanwhile' }
  }
  if (!(await mayApprove(view.db, found, personOf(view).id, view.now))) {
    return { cancel: 'may not decide any more' }
  }
  const author = (await findPeople(view.db, [found.authorId])).get(found.authorId)
  const count = await countAudience(view.db, found.authorId, found.audience, view.now)
  return textMessage({
    html: t(`announcement-approval-${found.needs}`, {
      author: author?.name ?? '',
      reached: count.reached,
      full: count.full,
      most: MOST_A_DAY,
      when: found.sendAt === null ? t('announcement-at-once') : new Html(at(view, found.sendAt)),
    }),
    buttons: [
      [
        { text: t('button-announcement-approve'), data: callbackData('announceApprove', found.id) },
        { text: t('button-announcement-refuse'), data: callbackData('announceRefuse', found.id) },
      ],
    ],
  })
}
