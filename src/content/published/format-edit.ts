import type { FoundEdit } from './find-edits.ts'

const NAMES: Readonly<Record<FoundEdit['kind'], string>> = {
  explanation: 'explanation rewritten',
  order: 'options in another order',
  translation: 'language added or taken away',
  spelling: 'spelling corrected',
  meaning: 'meaning changed',
}

/** `file:line: id: what it is, and what becomes of its statistics`. */
export function formatEdit({ id, file, line, kind, reason, version }: FoundEdit): string {
  const verdict =
    kind === 'meaning'
      ? `${NAMES.meaning} (${reason}): statistics begin anew as version ${version}`
      : `${NAMES[kind]}, statistics go on (${reason})`
  return `${file}:${line}: ${id}: ${verdict}`
}
