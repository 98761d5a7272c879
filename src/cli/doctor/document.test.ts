import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { checks, reasons, type State } from './reasons.ts'

const marks: Readonly<Record<State, string>> = { ok: '✓', warning: '!', failed: '✗', skipped: '–' }

it('docs/doctor.md has every check and every reason, with its state, and no other', async () => {
  const text = await readFile(new URL('../../../docs/doctor.md', import.meta.url), 'utf8')
  const headings = [...text.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name)
  expect(headings).toEqual([...checks])
  const rows = [...text.matchAll(/^\| (.) \| `(\S+\/\S+)` \|/gm)].map(([, mark, id]) => [id, mark])
  const wanted = Object.entries(reasons).map(([id, state]) => [id, marks[state]])
  expect(rows).toHaveLength(wanted.length)
  expect(rows).toEqual(expect.arrayContaining(wanted))
})
