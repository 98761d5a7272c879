import { findImport, importKey, type Line, type RosterImport } from '../../exchange/index.ts'
import { numberText } from '../../pictures/index.ts'
import { writeCsv } from '../../platform/spreadsheet/write-csv.ts'
import { callbackData, type Callback } from '../callback.ts'
import { Html } from '../texts.ts'
import { editedMessage } from './edited-message.ts'
import { pageOf } from './page-of.ts'
import { plainText } from './plain-text.ts'
import { documentMessage } from './upload-message.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export interface ImportArgs extends ViewBaseArgs {
  readonly importId: number
  /** Into the message that was sent first, rather than as a new one. */
  readonly edit?: true
}

/** How far an import is, and what it found: one message, which edits itself. */
export const importProgress: View<ImportArgs> = async (view, args) => {
  const found = await findImport(view.db, args.importId)
  if (found === undefined) return { cancel: 'the import is gone' }
  const message = { html: progressText(view, found), buttons: buttonsBelow(view, found) }
  return args.replaces === undefined
    ? editedMessage(view, importKey(found.id), args.edit === true, message)
    : textMessage(message, args)
}

function progressText(view: ViewContext, { state, summary, refusal }: RosterImport): string {
  const { t, locale } = view
  switch (state) {
    case 'asked':
      return t('import-reading')
    case 'wished':
      return t('import-running')
    case 'refused':
      return t('import-refused', {
        why: new Html(t(refusal?.key ?? 'import-file-broken', refusal?.values ?? {})),
      })
    case 'dropped':
      return t('import-dropped')
    case 'undone':
      return t('import-undone-short')
    case 'checked':
    case 'applied':
      break
  }
  if (summary === null) return t('import-reading')
  const counted = [
    'faults',
    'warnings',
    'units',
    'added',
    'changed',
    'unchanged',
    'claimed',
    'absent',
  ] as const
  const lines = counted
    .filter((name) => summary[name] > 0)
    .map((name) => t(`import-count-${name}`, { count: numberText(summary[name], locale) }))
  return t(headOf(state, summary), { lines: new Html(lines.join('\n')) })
}

function headOf(
  state: 'checked' | 'applied',
  { faults, units, added, changed }: NonNullable<RosterImport['summary']>,
): string {
  if (state === 'applied') return 'import-applied'
  if (faults > 0) return 'import-faulty'
  return units + added + changed > 0 ? 'import-checked' : 'import-nothing'
}

function buttonsBelow(view: ViewContext, { id, state, summary, lines }: RosterImport): Button[][] {
  const button = (key: string, name: Callback): Button => ({
    text: view.t(key),
    data: callbackData(name, id),
  })
  const anew: Button = { text: view.t('button-import-anew'), data: callbackData('imports') }
  const listed =
    lines === null || lines.length === 0
      ? []
      : [[button('button-import-lines', 'importLines'), button('button-import-file', 'importFile')]]
  switch (state) {
    case 'checked': {
      const changes = summary === null ? 0 : summary.units + summary.added + summary.changed
      const ready = summary?.faults === 0 && changes > 0
      return [
        ...(ready
          ? [[button('button-import-do', 'importDo'), button('button-import-drop', 'importDrop')]]
          : [[anew]]),
        ...listed,
      ]
    }
    case 'applied':
      return [...listed, [button('button-import-undo', 'importUndo')]]
    case 'refused':
    case 'dropped':
    case 'undone':
      return [[anew]]
    case 'asked':
    case 'wished':
      return []
  }
}

/** Lines of one page: each has a name, a unit and a sentence. */
const PAGE = 15

export interface ImportLinesArgs extends ViewBaseArgs {
  readonly importId: number
  readonly offset: number
}

/** What would become of each line, or became of it. */
export const importLines: View<ImportLinesArgs> = async (view, args) => {
  const { importId, offset } = args
  const { t } = view
  const found = await findImport(view.db, importId)
  const lines = found?.lines ?? []
  if (lines.length === 0) return textMessage({ html: t('import-no-lines') }, args)
  const page = pageOf(lines, offset, PAGE)
  const number = (value: number): string => numberText(value, view.locale)
  const turn = (key: string, to: number): Button => ({
    text: t(key),
    data: callbackData('importLines', `${importId}.${to}`),
  })
  const turns = [
    ...(page.before === undefined ? [] : [turn('button-import-before', page.first - 1 - PAGE)]),
    ...(page.after === undefined ? [] : [turn('button-import-after', page.last)]),
  ]
  return textMessage(
    {
      html: t('import-lines', {
        first: number(page.first),
        last: number(page.last),
        total: number(lines.length),
        lines: new Html(page.items.map((line) => lineText(view, line)).join('\n')),
      }),
      ...(turns.length === 0 ? {} : { buttons: [turns] }),
    },
    args,
  )
}

function lineText({ t }: ViewContext, { line, kind, key, values }: Line): string {
  return t('import-line', { line, sign: t(`import-sign-${kind}`), what: new Html(t(key, values)) })
}

/** The same as a table. */
export const importFile: View<ImportArgs> = async (view, { importId }) => {
  const { t } = view
  const found = await findImport(view.db, importId)
  const lines = found?.lines ?? []
  if (lines.length === 0) return textMessage({ html: t('import-no-lines') })
  const cell = (text: string): string => plainText(text)
  const head = ['import-column-line', 'import-column-kind', 'import-column-what']
  const rows = lines.map(({ line, kind, key, values }) => [
    line,
    cell(t(`import-kind-${kind}`)),
    cell(t(key, values)),
  ])
  return documentMessage({
    bytes: Buffer.from(writeCsv([head.map((key) => cell(t(key))), ...rows]), 'utf8'),
    fileName: cell(t('import-file-name')),
    html: t('import-file', { count: numberText(lines.length, view.locale) }),
  })
}
