import type { SystemStatus } from '../../reports/index.ts'
import { escapeHtml } from '../escape-html.ts'
import { EXIT } from '../session/index.ts'
import { verificationStyle } from '../verification-style.ts'
import { boardTexts, type BoardTexts } from './board-texts.ts'

export const boardStyle = `${verificationStyle}main{max-width:860px}
h2{margin:20px 0 6px;font-size:17px}
table{width:100%;border-collapse:collapse;font-size:14px}
th,td{overflow-wrap:break-word;padding:8px 8px 8px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
td.n,th.n{text-align:right}
div.wide{overflow-x:auto}
button{font:inherit;padding:10px 16px;min-height:44px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink);cursor:pointer}`

/** How the queues and ledgers are: no script, and nothing from anywhere else. */
export function boardPage(status: SystemStatus, language: 'id' | 'en'): string {
  const texts = boardTexts[language]
  const parts = [
    section(texts.queues, queues(status, texts)),
    section(texts.parked, parked(status, texts)),
    section(texts.ledgers, ledgers(status, texts)),
    section(texts.sending, paragraph(sending(status, texts))),
    section(texts.failures, failures(status, texts)),
    section(texts.versions, versions(status)),
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="10">
<title>${escapeHtml(texts.title)}</title>
<style>${boardStyle}</style>
</head>
<body>
<main>
<h1>${escapeHtml(texts.title)}</h1>
<p class="quiet">${escapeHtml(texts.renewed)}</p>
${parts.join('\n')}
<form method="post" action="..${EXIT}"><button>${escapeHtml(texts.leave)}</button></form>
</main>
</body>
</html>
`
}

function section(title: string, body: string): string {
  return `<section><h2>${escapeHtml(title)}</h2>\n${body}</section>`
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`
}

type Cell = string | number

/** Numbers stand to the right, as in every list of figures. */
function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const isNumber = (column: number): boolean => typeof rows[0]?.[column] === 'number'
  const mark = (column: number): string => (isNumber(column) ? ' class="n"' : '')
  const heads = head.map((word, i) => `<th scope="col"${mark(i)}>${escapeHtml(word)}</th>`)
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((cell, i) => `<td${mark(i)}>${escapeHtml(String(cell))}</td>`).join('')}</tr>`,
  )
  return `<div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`
}

function queues({ queues: { kind, counts } }: SystemStatus, texts: BoardTexts): string {
  if (counts === null) return paragraph(texts.away)
  // A state a line: there are few queues, and a phone is narrow.
  const [first, ...states] = texts.queue
  const fields = ['waiting', 'active', 'delayed', 'failed'] as const
  const rows = states.map((state, i): Cell[] => {
    const field = fields[i]
    return [state, ...counts.map((count) => (field === undefined ? '' : count[field]))]
  })
  const head = [first, ...counts.map(({ queue }) => queue)]
  return paragraph(kind === 'redis' ? 'Redis' : 'Postgres') + table(head, rows)
}

function parked({ queues: { parked: jobs } }: SystemStatus, texts: BoardTexts): string {
  if (jobs === null) return paragraph(texts.away)
  if (jobs.count === 0) return paragraph(texts.parkedNone)
  // Names are somebody else's: as plain text, and short.
  const rows = jobs.jobs.map(({ queue, name, reason }) => [
    queue,
    name.slice(0, 80),
    reason.slice(0, 160),
  ])
  const more = jobs.count - jobs.jobs.length
  return [
    paragraph(texts.parkedHow),
    table(texts.job, rows),
    ...(more > 0 ? [paragraph(texts.more(more))] : []),
  ].join('\n')
}

function ledgers({ inbox, outbox }: SystemStatus, texts: BoardTexts): string {
  const lag = (ms: number): string => texts.seconds(Math.round(ms / 1000))
  const rows = [
    ...(inbox.waiting > 0 ? [[texts.inbox, inbox.waiting, lag(inbox.oldestMs)]] : []),
    ...inbox.parked.map(({ kind, count }) => [`${texts.inbox}: ${kind}`, count, texts.unhandled]),
    ...outbox.map(({ lane, due, oldestMs }) => [lane, due, lag(oldestMs)]),
  ]
  return rows.length === 0 ? paragraph(texts.nothing) : table(texts.ledger, rows)
}

function sending({ sending: state, sendRate }: SystemStatus, texts: BoardTexts): string {
  if (state?.halted != null) return texts.halted(state.halted)
  const rests = state?.pausedMs ?? 0
  return rests > 0
    ? texts.rests(Math.ceil(rests / 1000))
    : texts.sends(Math.round((state?.foundRate ?? sendRate) * 10) / 10)
}

function failures({ failures: found }: SystemStatus, texts: BoardTexts): string {
  if (found.length === 0) return paragraph(texts.none)
  return table(
    texts.failure,
    found.map(({ count, why, state }) => [count, why === '' ? state : why]),
  )
}

function versions({ versions: found }: SystemStatus): string {
  const { program, schema, content, node, postgres, redis } = found
  return paragraph(
    [
      `Sedikit ${program}`,
      `Node ${node}`,
      `schema ${schema.applied}/${schema.known}`,
      `lessons ${content.mark}`,
      `Postgres ${postgres}`,
      ...(redis === null ? [] : [`Redis ${redis}`]),
    ].join(' · '),
  )
}
