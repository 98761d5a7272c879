import {
  findAnnouncement,
  isClosed,
  progressKey,
  readProgress,
  secondsFor,
  type Announcement,
  type Progress,
} from '../../announcements/index.ts'
import { callbackData, type Callback } from '../callback.ts'
import { Html } from '../texts.ts'
import { whenText } from '../when.ts'
import type { AnnouncementArgs } from './announcement-message.ts'
import { numberText } from '../../pictures/index.ts'
import { editedMessage } from './edited-message.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewContext } from './view.ts'

export interface ProgressArgs extends AnnouncementArgs {
  /** Into the message that was sent first, rather than as a new one. */
  readonly edit?: true
}

/** How far it is: one message, which edits itself. */
export const announcementProgress: View<ProgressArgs> = async (view, args) => {
  const { db } = view
  const found = await findAnnouncement(db, args.announcementId)
  if (found === undefined) return { cancel: 'the announcement is gone' }
  const progress = await readProgress(db, found.id)
  const message = {
    html: progressText(view, found, progress),
    buttons: buttonsFor(view, found, progress),
  }
  return args.edit === true
    ? editedMessage(view, progressKey(found.id), true, message)
    : textMessage(message, args)
}

/** Lines for what there is, and none for what there is not. */
const COUNTED = [
  'unreachable',
  'failed',
  'uncertain',
  'cancelled',
  'voted',
  'corrected',
  'notCorrected',
  'recalled',
  'notRecalled',
] as const satisfies readonly (keyof Progress)[]

function progressText(view: ViewContext, found: Announcement, progress: Progress): string {
  const { t, locale } = view
  const { total, open, sent, acknowledged } = progress
  const number = (value: number): string => numberText(value, locale)
  const seconds = secondsFor({
    reached: open,
    messages: found.sourceIds.length,
    ahead: 0,
    sendRate: view.sendRate,
  })
  const lines = [
    ...(found.queuedAt === null
      ? [beforeText(view, found)]
      : [t('announcement-count-sent', { sent: number(sent), total: number(total) })]),
    ...(found.state === 'sending' && open > 0
      ? [
          t('announcement-count-open', {
            count: number(open),
            duration: durationText(view, seconds),
          }),
        ]
      : []),
    ...COUNTED.filter((name) => progress[name] > 0).map((name) =>
      t(`announcement-count-${name.toLowerCase()}`, { count: number(progress[name]) }),
    ),
    ...(sent > 0
      ? [t('announcement-count-read', { count: number(acknowledged), sent: number(sent) })]
      : []),
  ]
  return t('announcement-progress', {
    id: found.id,
    state: t(`announcement-${found.state.replace('_', '-')}`),
    reason: new Html(reasonText(view, found)),
    lines: new Html(lines.join('\n')),
  })
}

/** Where nobody is on the list of recipients yet: what it waits for, or that it waits no more. */
function beforeText(view: ViewContext, { id, state, sendAt }: Announcement): string {
  const { t, now, locale } = view
  if (state === 'cancelled') return t('announcement-none-sent')
  if (state !== 'scheduled' && state !== 'awaiting_approval') return t('announcement-queueing')
  const { timezone } = personOf(view)
  const when = sendAt === null ? '' : whenText(t, sendAt, { now, timezone, locale })
  return t(`announcement-stands-${state.replace('_', '-')}`, { id, when: new Html(when) })
}

/** Why it stopped, on a line of its own; nothing where that is clear. */
function reasonText(view: ViewContext, found: Announcement): string {
  const { t, now, locale } = view
  if (found.reason === 'source_gone') return `\n${t('announcement-source-gone')}`
  if (!isClosed(found) || found.sendAt === null) return ''
  const { timezone } = personOf(view)
  const when = new Html(whenText(t, found.sendAt, { now, timezone, locale }))
  return `\n${t('announcement-closing-hour', { when })}`
}

function buttonsFor(view: ViewContext, found: Announcement, progress: Progress): Button[][] {
  const button = (key: string, name: Callback): Button => ({
    text: view.t(key),
    data: callbackData(name, found.id),
  })
  const { sent, uncertain, acknowledged } = progress
  const after = [
    ...(found.kind === 'poll' ? [] : [button('button-announcement-correct', 'announceCorrect')]),
    button('button-announcement-recall', 'announceRecall'),
  ]
  const chase = acknowledged < sent ? [button('button-announcement-remind', 'announceRemind')] : []
  const again = uncertain > 0 ? [button('button-announcement-resend', 'announceResend')] : []
  const report = [button('button-announcement-report', 'announceReport')]
  switch (found.state) {
    case 'undoable':
      return [[button('button-announcement-undo', 'announceCancel')]]
    case 'sending':
    case 'paused':
      return [
        [
          found.state === 'paused'
            ? button('button-announcement-resume', 'announceResume')
            : button('button-announcement-pause', 'announcePause'),
          button('button-announcement-stop', 'announceCancel'),
        ],
        after,
      ]
    case 'done':
      return [after, chase, again, report].filter((row) => row.length > 0)
    case 'cancelled':
      return sent + uncertain > 0 ? [after, chase, report].filter((row) => row.length > 0) : []
    case 'recalled':
      return [report]
    case 'draft':
      return []
    case 'awaiting_approval':
    case 'scheduled':
      return [[button('button-announcement-drop', 'announceCancel')]]
  }
}

/** "kurang dari semenit", "sekitar 12 menit", "sekitar 1 jam 5 menit" */
export function durationText({ t }: Pick<ViewContext, 't'>, seconds: number): string {
  if (seconds < 60) return t('announcement-duration-short')
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return t('announcement-duration-minutes', { minutes })
  return t('announcement-duration-hours', {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  })
}
