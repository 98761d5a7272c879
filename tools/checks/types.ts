import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Check } from '../support/check.ts'
import { realRoot, sourcesOf } from '../support/files.ts'
import { run } from '../support/run.ts'

/** What runs in a browser has settings of its own: other libraries, and JSX. */
const PROJECTS = ['.', 'src/simulator/page/client', 'src/web/dashboard/page/client']

/** `tsc --noEmit`: with `--listFiles` it also tells which files it really read. */
export const types: Check = {
  name: 'types',
  async run(root) {
    const expected = await sourcesOf(root)
    const real = await realRoot(root)
    const read = new Set<string>()
    const problems: string[] = []
    for (const project of PROJECTS) {
      if (project !== '.' && !existsSync(join(root, project, 'tsconfig.json'))) continue
      const flags = ['--noEmit', '--pretty', 'false', '--listFiles', '-p', project]
      const ended = await run('tsc', flags, root)
      const lines = ended.stdout.split('\n').filter((line) => line !== '')
      for (const line of lines) {
        if (line.startsWith('/')) read.add(relative(real, line).split(sep).join('/'))
      }
      if (ended.code === 0) continue
      const said = [...lines.filter((line) => !line.startsWith('/')), ended.stderr]
        .join('\n')
        .trim()
      problems.push(said || `tsc -p ${project} ended with ${ended.code}`)
    }
    return {
      looked: expected.filter((path) => read.has(path)).length,
      expected: expected.length,
      problems: problems.join('\n'),
    }
  },
}
