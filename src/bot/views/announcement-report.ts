import { buffer } from 'node:stream/consumers'
import {
  findAnnouncement,
  listRecipients,
  readByUnit,
  readProgress,
  readVotes,
  type Announcement,
  type Progress,
} from '../../announcements/index.ts'
import { barsPicture, numberText, percentText, type Bar } from '../../pictures/index.ts'
import { writeXlsx } from '../../platform/spreadsheet/write-xlsx.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText, hourText } from '../when.ts'
import { civilMinute } from '../../learning/index.ts'
import type { AnnouncementArgs } from './announcement-message.ts'
import { clip } from './clip.ts'
import { personOf } from './person-texts.ts'
import { picturedMessage } from './pictured-message.ts'
import { plainText } from './plain-text.ts'
import { documentMessage } from './upload-message.ts'
import { textMessage, type View, type ViewContext } from './view.ts'

/** Units in the picture and in the words below it. */
const UNITS = 6
const NAME = 40

/** What became of it, as a picture and in words; of a poll, what was chosen. */
export const announcementReport: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const found = await findAnnouncement(view.db, announcementId)
  if (found === undefined) return { cancel: 'the announcement is gone' }
  const progress = await readProgress(view.db, found.id)
  const { t } = view
  const bars: readonly Bar[] = [
    bar(view, t('announcement-bar-sent'), progress.sent, progress.total),
    bar(view, t('announcement-bar-read'), progress.acknowledged, progress.sent),
    ...(await barsBelow(view, found, progress)),
  ]
  const lines = bars.flatMap(({ name, value, heading }) => [
    ...(heading === undefined ? [] : ['', t('announcement-report-heading', { heading })]),
    t('announcement-report-line', { name: clip(name, NAME), value }),
  ])
  return picturedMessage(view, {
    picture: () =>
      barsPicture({
        title: plainText(t('announcement-report-title', { id: found.id })),
        subtitle: plainText(sentOn(view, found)),
        bars,
        note: plainText(t('announcement-report-note')),
      }),
    fileName: t('announcement-report-file'),
    html: t('announcement-report', {
      id: found.id,
      when: sentOn(view, found),
      lines: new Html(lines.join('\n')),
    }),
  })
}

function sentOn(view: ViewContext, { startsAt, createdAt }: Announcement): string {
  return momentText(view, startsAt ?? createdAt)
}

function momentText(view: ViewContext, moment: Date): string {
  const { timezone } = personOf(view)
  const hour = hourText(civilMinute(timezone, moment), view.locale)
  return `${dateText(moment, timezone, view.locale)}, ${hour}`
}

function bar(view: ViewContext, name: string, part: number, whole: number): Bar {
  const share = whole === 0 ? 0 : part / whole
  const number = (value: number): string => numberText(value, view.locale)
  const value = plainText(
    view.t('announcement-share', {
      part: number(part),
      whole: number(whole),
      share: percentText(share, view.locale),
    }),
  )
  return { place: '', name: plainText(name), share, value }
}

/** Of a poll what was chosen, of anything else who has read it in the largest units. */
async function barsBelow(
  view: ViewContext,
  found: Announcement,
  progress: Progress,
): Promise<Bar[]> {
  if (found.poll !== null) {
    const { options } = found.poll
    const votes = await readVotes(view.db, found.id, options.length)
    return headed(
      view.t('announcement-bars-votes'),
      options.map((option, i) => bar(view, option, votes[i] ?? 0, progress.voted)),
    )
  }
  const units = await readByUnit(view.db, found.id, UNITS)
  if (units.length < 2) return []
  return headed(
    view.t('announcement-bars-units'),
    units.map(({ unit, acknowledged, sent }) => bar(view, unit, acknowledged, sent)),
  )
}

function headed(heading: string, bars: readonly Bar[]): Bar[] {
  return bars.map((one, i) => (i === 0 ? { ...one, heading: plainText(heading) } : one))
}

const COLUMNS = [
  ['announcement-column-name', 32],
  ['announcement-column-unit', 36],
  ['announcement-column-outcome', 18],
  ['announcement-column-sent', 26],
  ['announcement-column-read', 26],
  ['announcement-column-reason', 40],
] as const

/** Every recipient with the outcome, as a spreadsheet. */
export const announcementSheet: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const { t } = view
  const found = await findAnnouncement(view.db, announcementId)
  if (found === undefined) return { cancel: 'the announcement is gone' }
  const recipients = await listRecipients(view.db, found.id)
  if (recipients.length === 0) return textMessage({ html: t('announcement-sheet-empty') })
  // Leaders stand in no list; they are counted.
  const listed = recipients.filter(({ leads }) => !leads)
  const leaders = recipients.length - listed.length
  const cell = (key: string): string => plainText(t(key))
  const when = (moment: string | null): string =>
    moment === null ? '' : momentText(view, new Date(moment))
  const sheet = await writeXlsx([
    {
      name: cell('announcement-sheet-name'),
      columns: COLUMNS.map(([key, width]) => ({ title: cell(key), width })),
      rows: [
        ...listed.map((row) => [
          row.name,
          row.unit,
          plainText(t(`announcement-outcome-${row.outcome ?? 'open'}`)),
          when(row.sent_at),
          when(row.acknowledged_at),
          row.reason ?? '',
        ]),
        ...(leaders === 0
          ? []
          : [[plainText(t('announcement-sheet-leaders', { count: leaders }))]]),
      ],
    },
  ])
  return documentMessage({
    bytes: await buffer(sheet),
    fileName: t('announcement-sheet-file', { id: found.id }),
    html: t('announcement-sheet', { count: recipients.length }),
  })
}

/** Asks once more before every copy is taken away. */
export const announcementRecall: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const { sent } = await readProgress(view.db, announcementId)
  return textMessage({
    html: view.t('announcement-recall', { sent: numberText(sent, view.locale) }),
    buttons: [
      [
        {
          text: view.t('button-announcement-recall-yes'),
          data: callbackData('announceRecallYes', announcementId),
        },
      ],
    ],
  })
}
