import type { SystemStatus } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** How the system is at the moment at which it is sent. */
export const status: View<ViewBaseArgs> = async (view, args) => {
  const { t } = view
  const system = await view.systemStatus()
  const parked = system.queues.parked?.count ?? 0
  const parts = [
    t('status-head'),
    [...queueLines(view, system), ...ledgerLines(view, system)].join('\n'),
    paceLine(view, system),
    failureLines(view, system).join('\n'),
    backupLine(view, system),
    versionLines(view, system).join('\n'),
  ]
  return textMessage(
    {
      html: parts.join('\n\n'),
      buttons: [
        ...(parked > 0
          ? [
              [
                {
                  text: t('button-status-parked', { count: parked }),
                  data: callbackData('statusParked'),
                },
              ],
            ]
          : []),
        [{ text: t('button-status-again'), data: callbackData('status', 1) }],
        [{ text: t('button-status-board'), data: callbackData('statusBoard') }],
      ],
    },
    args,
  )
}

function queueLines({ t }: ViewContext, { queues }: SystemStatus): string[] {
  const { kind, counts } = queues
  const name = t('status-queues', { kind: kind === 'redis' ? 'Redis' : 'Postgres' })
  if (counts === null) return [`${name}: ${t('status-queues-away')}`]
  return [
    name,
    ...counts.map(({ queue, waiting, active, delayed, failed }) =>
      t('status-queue', { queue, waiting, active, delayed, failed }),
    ),
  ]
}

function ledgerLines(view: ViewContext, { inbox, outbox }: SystemStatus): string[] {
  const { t } = view
  const lag = (ms: number): string => lagText(view, ms)
  return [
    inbox.waiting === 0
      ? t('status-inbox-empty')
      : t('status-inbox', { waiting: inbox.waiting, lag: lag(inbox.oldestMs) }),
    ...inbox.parked.map(({ kind, count }) => t('status-inbox-parked', { kind, count })),
    ...(outbox.length === 0 ? [t('status-outbox-empty')] : []),
    ...outbox.map(({ lane, due, oldestMs }) =>
      t('status-outbox', { lane: t(`status-lane-${lane}`), due, lag: lag(oldestMs) }),
    ),
  ]
}

/** "12 dtk", "3 mnt", "2 j": exact enough to see whether something stands still. */
function lagText({ t }: ViewContext, ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 120) return t('status-seconds', { count: seconds })
  const minutes = Math.round(seconds / 60)
  return minutes < 120
    ? t('status-minutes', { count: minutes })
    : t('status-hours', { count: Math.round(minutes / 60) })
}

function paceLine({ t }: ViewContext, { sending, sendRate }: SystemStatus): string {
  const rate = String(Math.round((sending?.foundRate ?? sendRate) * 10) / 10)
  if (sending?.halted != null) return t('status-halted', { why: sending.halted })
  const rests = sending?.pausedMs ?? 0
  return rests > 0
    ? t('status-rests', { seconds: Math.ceil(rests / 1000), rate })
    : t('status-sends', { rate })
}

function failureLines({ t }: ViewContext, { failures }: SystemStatus): string[] {
  if (failures.length === 0) return [t('status-no-failures')]
  return [
    t('status-failures'),
    ...failures.map(({ state, why, count }) =>
      t('status-failure', { count, why: why === '' ? t(`status-${state}`) : why }),
    ),
  ]
}

function backupLine(view: ViewContext, { backup }: SystemStatus): string {
  const { t } = view
  if (backup === null) return t('status-backup-off')
  const { last, missed } = backup
  if (last === null)
    return t(missed === 0 ? 'status-backup-none' : 'status-backup-failed', { missed })
  const size = { megabytes: (last.bytes / 1_000_000).toFixed(1), age: lagText(view, last.ageMs) }
  return t(missed === 0 ? 'status-backup' : 'status-backup-missed', { ...size, missed })
}

function versionLines({ t }: ViewContext, { versions }: SystemStatus): string[] {
  const { program, schema, content, node, postgres, redis } = versions
  return [
    t('status-program', { program, node }),
    t(schema.applied === schema.known ? 'status-schema' : 'status-schema-differs', schema),
    t('status-content', content),
    t('status-postgres', { postgres }),
    ...(redis === null ? [] : [t('status-redis', { redis })]),
  ]
}

/** Jobs in the queues that are none of ours. */
export const statusParked: View<ViewBaseArgs> = async (view, args) => {
  const { t } = view
  const { parked } = (await view.systemStatus()).queues
  const back = { text: t('button-status-back'), data: callbackData('status', 1) }
  if (parked === null)
    return textMessage({ html: t('status-queues-away'), buttons: [[back]] }, args)
  if (parked.count === 0)
    return textMessage({ html: t('status-none-parked'), buttons: [[back]] }, args)
  // Names are somebody else's: short, and as plain text.
  const lines = parked.jobs.map(({ queue, name }) =>
    t('status-parked-job', { queue, name: clip(name, 60) }),
  )
  const more = parked.count - parked.jobs.length
  return textMessage(
    {
      html: [
        t('status-parked', { count: parked.count }),
        [...lines, ...(more > 0 ? [t('status-parked-more', { count: more })] : [])].join('\n'),
      ].join('\n\n'),
      buttons: [[{ text: t('button-status-drop'), data: callbackData('statusDrop') }], [back]],
    },
    args,
  )
}

/** It cannot be taken back: asked once more. */
export const statusDrop: View<ViewBaseArgs> = ({ t }, args) =>
  textMessage(
    {
      html: t('status-drop'),
      buttons: [
        [{ text: t('button-status-drop-yes'), data: callbackData('statusDropYes') }],
        [{ text: t('button-role-no'), data: callbackData('status', 1) }],
      ],
    },
    args,
  )

export interface QueueDroppedArgs extends ViewBaseArgs {
  /** Null: the queues did not answer. */
  readonly count: number | null
}

export const queueDropped: View<QueueDroppedArgs> = ({ t }, { count }) =>
  textMessage({ html: count === null ? t('status-not-dropped') : t('status-dropped', { count }) })

export interface PageLinkArgs extends ViewBaseArgs {
  readonly linkId: string
}

/** The address stands in this message and nowhere else; Telegram's preview would open it. */
export const pageLink: View<PageLinkArgs> = ({ t, pageUrl }, { linkId }) =>
  textMessage({ html: t('page-link', { url: new Html(pageUrl(linkId)) }), protect: true })
