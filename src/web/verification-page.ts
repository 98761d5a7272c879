import { dayText, type Checked, type PublicFacts } from '../certificates/index.ts'
import { escapeHtml } from './escape-html.ts'
import { verificationStyle } from './verification-style.ts'
import { pageTexts, type PageTexts } from './verification-texts.ts'

/** Signs before the heading: states are told by more than their colour. */
const SIGNS: Readonly<Record<Checked['kind'], string>> = {
  valid: '✓',
  revoked: '✕',
  superseded: '↻',
  erased: '–',
  unknown: '?',
  malformed: '?',
}

/** The page that a QR code opens: no script, no picture, nothing from anywhere else. */
export function verificationPage(checked: Checked, language: 'id' | 'en'): string {
  const texts = pageTexts[language]
  const { kind } = checked
  const other = language === 'id' ? 'en' : 'id'
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${texts.heading[kind]} · ${texts.title}`)}</title>
<style>${verificationStyle}</style>
</head>
<body>
<main class="${kind}">
<header>
<p class="what">${escapeHtml(texts.title)}</p>
<a href="?lang=${other}" lang="${other}" hreflang="${other}">${escapeHtml(texts.other)}</a>
</header>
<h1><span aria-hidden="true">${SIGNS[kind]}</span>${escapeHtml(texts.heading[kind])}</h1>
<p>${escapeHtml(explain(checked, texts, language))}</p>
${checked.kind === 'valid' ? factList(checked.facts, texts, language) : ''}
</main>
</body>
</html>
`
}

function explain(checked: Checked, texts: PageTexts, language: 'id' | 'en'): string {
  const { explain: of, reason } = texts
  switch (checked.kind) {
    case 'revoked':
      return of.revoked(dayText(checked.on, language), reason[checked.reason])
    case 'superseded':
      return of.superseded(checked.number, dayText(checked.on, language))
    case 'erased':
      return of.erased(checked.number)
    case 'valid':
    case 'unknown':
    case 'malformed':
      return of[checked.kind]
  }
}

function factList(facts: PublicFacts, { fact, compare }: PageTexts, language: 'id' | 'en'): string {
  const { number, revision, name, unit, title, completedOn, issuedOn, hours, organisation } = facts
  const rows: readonly (readonly [string, string])[] = [
    [fact.name, name],
    [fact.unit, unit],
    [fact.track, title[language]],
    [fact.completed, dayText(completedOn, language)],
    ...(hours === null
      ? []
      : ([
          [fact.hours, String(hours.jp)],
          [fact.basis, hours.basis],
        ] as const)),
    [fact.number, number],
    ...(revision === 1 ? [] : ([[fact.revision, String(revision)]] as const)),
    [fact.issued, dayText(issuedOn, language)],
    [fact.organisation, organisation.join(', ')],
  ]
  const list = rows
    .map(([term, value]) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('\n')
  return `<dl>\n${list}\n</dl>\n<p class="quiet">${escapeHtml(compare)}</p>`
}
