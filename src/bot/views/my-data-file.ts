import { findRootUnit } from '../../people/index.ts'
import { readOwnData, readOwnNips, type OwnTable } from '../../rights/index.ts'
import { civilDay } from '../../learning/index.ts'
import { daysShown } from './days-shown.ts'
import { personOf } from './person-texts.ts'
import { plainText } from './plain-text.ts'
import { documentMessage } from './upload-message.ts'
import type { View, ViewBaseArgs, ViewContext } from './view.ts'

/** Of the shape of the file; raised when a program that reads it would have to be changed. */
const FORMAT = 'sedikit-own-data/1'

interface Gathered {
  readonly tables: readonly OwnTable[]
  readonly nips: readonly string[]
}

async function gather(view: ViewContext): Promise<Gathered> {
  const { id: personId, telegramId } = personOf(view)
  return {
    tables: await readOwnData(view.db, { personId, telegramId }),
    nips: await readOwnNips(view.db, personId, view.dataSecret),
  }
}

function fileName(view: ViewContext, ending: string): string {
  return `data-saya-${civilDay(personOf(view).timezone, view.now)}.${ending}`
}

/** Everything for another program; docs/privacy.md has its shape. */
export const myDataJson: View<ViewBaseArgs> = async (view) => {
  const { tables, nips } = await gather(view)
  const organisation = (await findRootUnit(view.db))?.name ?? null
  const content = {
    format: FORMAT,
    made_at: view.now.toISOString(),
    organisation,
    notice: { agreed: personOf(view).noticeVersion, current: view.noticeVersion },
    nip: nips,
    tables: Object.fromEntries(
      tables.map(({ name, table, rows }) => {
        const { what, basis, kept, erasure, personal } = table
        return [name, { what, basis, kept, erasure, columns: personal, rows }]
      }),
    ),
  }
  return documentMessage({
    bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
    fileName: fileName(view, 'json'),
    html: view.t('data-file-json'),
  })
}

/**
 * The same to be read: what tells of the person, under names that say what it is. What is about the
 * machinery alone stands in the other file. Without a script and without anything from elsewhere.
 */
export const myDataPage: View<ViewBaseArgs> = async (view) => {
  const { tables, nips } = await gather(view)
  return documentMessage({
    bytes: Buffer.from(pageOf(view, { tables, nips })),
    fileName: fileName(view, 'html'),
    html: view.t('data-file-page'),
  })
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
section{margin:2rem 0;overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;vertical-align:top}
h2{margin-bottom:.2rem}p{margin:.2rem 0 .6rem}`

function pageOf(view: ViewContext, { tables, nips }: Gathered): string {
  const text = (key: string): string => escape(plainText(view.t(key)))
  const filled = tables.filter(({ rows }) => rows.length > 0)
  const empty = tables.filter(({ rows }) => rows.length === 0)
  const title = (name: string): string => text(`data-table-${name.replaceAll('_', '-')}`)
  return `<!doctype html>
<html lang="${view.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text('data-page-title')}</title><style>${STYLE}</style></head>
<body>
<h1>${text('data-page-title')}</h1>
<p>${escape(personOf(view).name)} · ${escape(civilDay(personOf(view).timezone, view.now))}</p>
<p>${text('data-page-intro')}</p>
${nips.length === 0 ? '' : `<p>NIP: ${escape(nips.join(', '))}</p>`}
${filled.map((one) => section(title(one.name), one, text)).join('\n')}
<section><h2>${text('data-page-empty')}</h2>
<ul>${empty.map(({ name }) => `<li>${title(name)}</li>`).join('')}</ul></section>
</body>
</html>
`
}

function section(title: string, { table, rows }: OwnTable, text: (key: string) => string): string {
  const names = Object.keys(table.personal)
  const head = names
    .map((name) => `<th>${text(`data-column-${name.replaceAll('_', '-')}`)}</th>`)
    .join('')
  const body = rows
    .map((row) => `<tr>${names.map((name) => `<td>${shown(row[name], text)}</td>`).join('')}</tr>`)
    .join('\n')
  return `<section><h2>${title}</h2>
<table><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table></section>`
}

function shown(value: unknown, text: (key: string) => string): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return text(value ? 'data-page-yes' : 'data-page-no')
  if (typeof value !== 'string') return escape(JSON.stringify(value))
  return escape(daysShown(value) ?? value)
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
