import { escapeHtml } from '../escape-html.ts'
import { verificationStyle } from '../verification-style.ts'
import { entryTexts } from './entry-texts.ts'

export const plainStyle = `${verificationStyle}form{margin:16px 0 0}
button{font:inherit;font-weight:600;padding:12px 18px;min-height:44px;border:0;border-radius:8px;background:var(--good);color:var(--card);cursor:pointer}`

/** A page of words and at most one button: no script, and nothing from anywhere else. */
export function plainPage(
  language: 'id' | 'en',
  { text, action }: { readonly text: string; readonly action?: { readonly to: string } },
): string {
  const { title, other, button } = entryTexts[language]
  const otherLanguage = language === 'id' ? 'en' : 'id'
  const form =
    action === undefined
      ? ''
      : `<form method="post" action="${escapeHtml(action.to)}"><button>${escapeHtml(button)}</button></form>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${plainStyle}</style>
</head>
<body>
<main>
<header>
<p class="what">Sedikit</p>
<a href="?lang=${otherLanguage}" lang="${otherLanguage}" hreflang="${otherLanguage}">${escapeHtml(other)}</a>
</header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${form}
</main>
</body>
</html>
`
}
