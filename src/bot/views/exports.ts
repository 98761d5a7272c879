import { InputFile } from 'grammy'
import {
  exportKey,
  exportReach,
  findExport,
  issueLink,
  readFile,
  standingExport,
  type Export,
} from '../../exchange/index.ts'
import { civilDay, civilMinute } from '../../learning/index.ts'
import { numberText } from '../../pictures/index.ts'
import { callbackData } from '../callback.ts'
import { hourText } from '../when.ts'
import { filterText, wishData } from './export-choose.ts'
import { editedMessage } from './edited-message.ts'
import { personOf } from './person-texts.ts'
import { plainText } from './plain-text.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export interface ExportArgs extends ViewBaseArgs {
  readonly exportId: number
  /** Into the message that was sent first, rather than as a new one. */
  readonly edit?: true
}

/** How far it is: one message, which edits itself. */
export const exportProgress: View<ExportArgs> = async (view, args) => {
  const found = await findExport(view.db, args.exportId)
  if (found === undefined) return { cancel: 'the export is gone' }
  return editedMessage(view, exportKey(found.id), args.edit === true, {
    html: [progressText(view, found), ...(await narrowed(view, found))].join('\n'),
    buttons: buttonsBelow(view, found),
  })
}

/** To what it is narrowed, where it is. */
async function narrowed(view: ViewContext, { filter }: Export): Promise<string[]> {
  return filter === null
    ? []
    : [view.t('export-narrowed', { what: await filterText(view, filter) })]
}

function progressText(view: ViewContext, found: Export): string {
  const { t, locale } = view
  const number = (value: number): string => numberText(value, locale)
  const format = t(`button-export-${found.format}`)
  switch (found.state) {
    case 'asked':
      return t('export-asked', { format })
    case 'running':
      return found.rowsTotal === null
        ? t('export-asked', { format })
        : t('export-running', {
            format,
            done: number(found.rowsDone),
            total: number(found.rowsTotal),
          })
    case 'done':
    case 'expired':
      return t('export-done', {
        format,
        rows: number(found.rowsDone),
        size: sizeText(view, found.bytes ?? 0),
      })
    case 'failed':
      return t(`export-failed-${(found.failure ?? 'broken').replaceAll('_', '-')}`)
  }
}

function buttonsBelow(view: ViewContext, { id, state, format, filter }: Export): Button[][] {
  if (state === 'failed') {
    const data = callbackData('exports', wishData(format, filter))
    return [[{ text: view.t('button-export-again'), data }]]
  }
  return state === 'done' && view.publicUrl !== undefined
    ? [[{ text: view.t('button-export-link'), data: callbackData('exportLink', id) }]]
    : []
}

/** The file, read from where it is kept while it is sent. */
export const exportFile: View<ExportArgs> = async (view, { exportId }) => {
  const found = await standingExport(view.db, exportId, view.now)
  if (found === undefined || found.bytes === null) return { cancel: 'the file is gone' }
  if (!(await mayHave(view, found))) return { cancel: 'the role is gone' }
  const { attempt, bytes: size } = found
  return {
    send: {
      method: 'sendDocument',
      payload: {
        document: new InputFile(
          () => readFile(view.db, { id: exportId, attempt, size }),
          exportFileName(view.timezone, found),
        ),
        caption: [
          view.t('export-file', { rows: numberText(found.rowsDone, view.locale) }),
          ...(await narrowed(view, found)),
        ].join('\n'),
        parse_mode: 'HTML',
      },
    },
  }
}

/** A link that is made when it is sent: nobody reads it in a ledger. */
export const exportLink: View<ExportArgs> = async (view, { exportId }) => {
  const found = await standingExport(view.db, exportId, view.now)
  if (found === undefined || found.expiresAt === null) return { cancel: 'the file is gone' }
  if (view.publicUrl === undefined) return { cancel: 'there is no address' }
  if (!(await mayHave(view, found))) return { cancel: 'the role is gone' }
  const { id, expiresAt } = found
  const token = await issueLink(view.db, { id, expiresAt })
  const { timezone } = personOf(view)
  return textMessage({
    html: view.t('export-link', {
      size: sizeText(view, found.bytes ?? 0),
      until: hourText(civilMinute(timezone, expiresAt), view.locale),
    }),
    buttons: [
      [
        {
          text: view.t('button-export-fetch'),
          url: `${view.publicUrl.replace(/\/$/, '')}/ekspor/${token}`,
        },
      ],
    ],
  })
}

async function mayHave(view: ViewContext, found: Export): Promise<boolean> {
  const reach = await exportReach(view.db, found.personId)
  return reach !== undefined && (found.scope !== 'all' || reach.scope === 'all')
}

const ENDINGS = { xlsx: 'xlsx', csv: 'csv.zip', xapi: 'xapi.zip' } as const

/** As the file is called, on the phone and in a browser. */
export function exportFileName(
  timezone: string,
  { format, askedAt }: Pick<Export, 'format' | 'askedAt'>,
): string {
  return `sedikit-${civilDay(timezone, askedAt)}.${ENDINGS[format]}`
}

function sizeText({ t, locale }: ViewContext, bytes: number): string {
  const mega = bytes / 1_000_000
  const size = mega >= 1 ? Math.round(mega * 10) / 10 : Math.max(1, Math.round(bytes / 1000))
  return plainText(
    t(mega >= 1 ? 'export-megabytes' : 'export-kilobytes', { size: numberText(size, locale) }),
  )
}
