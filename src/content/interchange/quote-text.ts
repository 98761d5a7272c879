/**
 * `text` in double quotes, as JSON and YAML 1.2 both read it. Control characters beyond those that
 * JSON itself escapes are escaped too: a reader of lessons takes none of them as they are.
 */
export function quoteText(text: string): string {
  return escapeControls(JSON.stringify(text))
}

export function escapeControls(json: string): string {
  return json.replaceAll(
    /(?!\n)[\p{Cc}\ufffd]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** As it is where YAML 1.2 reads it as the same text, as ids and keys are written; else in quotes. */
export function quoteName(name: string): string {
  const plain = /^[a-z][a-z0-9-]*$/.test(name) && !['null', 'true', 'false'].includes(name)
  return plain ? name : quoteText(name)
}
