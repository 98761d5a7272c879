/**
 * What a `.dockerignore` says of a path: the last pattern that matches it, or a folder it lies in,
 * decides; `!` lets in again what an earlier one left out. As BuildKit reads it, for `*`, `**` and
 * `?` (https://docs.docker.com/build/concepts/context/#dockerignore-files).
 *
 * @returns whether a path, relative and with forward slashes, stays out of the build
 */
export function readIgnore(text: string): (path: string) => boolean {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const out = !line.startsWith('!')
      return { out, matches: expressionOf(out ? line : line.slice(1)) }
    })
  return (path) => {
    let ignored = false
    for (const { out, matches } of patterns) if (matches.test(path)) ignored = out
    return ignored
  }
}

/** A pattern that names a folder holds for everything in it. */
function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replace(/^\/|\/$/g, '')
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?'
      if (part === '**') return '.*'
      if (part === '*') return '[^/]*'
      if (part === '?') return '[^/]'
      return part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    })
    .join('')
  return new RegExp(`^${source}(?:/.*)?$`)
}
