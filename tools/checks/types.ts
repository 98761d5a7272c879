import { relative, sep } from 'node:path'
import type { Check } from '../support/check.ts'
import { realRoot, sourcesOf } from '../support/files.ts'
import { run } from '../support/run.ts'

/** `tsc --noEmit`: with `--listFiles` it also tells which files it really read. */
export const types: Check = {
  name: 'types',
  async run(root) {
    const expected = await sourcesOf(root)
    const ended = await run(
      'tsc',
      ['--noEmit', '--pretty', 'false', '--listFiles', '-p', '.'],
      root,
    )
    const real = await realRoot(root)
    const lines = ended.stdout.split('\n')
    const read = new Set(
      lines
        .filter((line) => line.startsWith('/'))
        .map((path) => relative(real, path).split(sep).join('/')),
    )
    const said = [...lines.filter((line) => line !== '' && !line.startsWith('/')), ended.stderr]
    return {
      looked: expected.filter((path) => read.has(path)).length,
      expected: expected.length,
      problems: ended.code === 0 ? '' : said.join('\n').trim() || `tsc ended with ${ended.code}`,
    }
  },
}
