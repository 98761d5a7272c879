import { cp } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { filesOf, realRoot } from '../support/files.ts'
import { run } from '../support/run.ts'
import { withTempFolder } from '../support/temp.ts'

/**
 * What the schema has and the migrations have not. `drizzle-kit check` calls a drifted schema fine,
 * so this generates into a copy of drizzle/: a new file there is the drift. Anything but its plain
 * word that nothing changed counts as drift too, since it asks questions (was this renamed?) that
 * nobody is there to answer. Flags instead of the project's drizzle.config.ts, because drizzle-kit
 * refuses the two together.
 */
export async function driftOf(root: string): Promise<string[]> {
  return await withTempFolder(async (folder) => {
    const copy = join(folder, 'drizzle')
    await cp(join(root, 'drizzle'), copy, { recursive: true })
    const before = new Set(await filesOf(copy, '*.sql'))
    // Relative, because drizzle-kit puts `./` before whatever it is given.
    const out = relative(await realRoot(root), copy)
    const ended = await run(
      'drizzle-kit',
      ['generate', '--dialect', 'postgresql', '--schema', './src/schema.ts', '--out', out],
      root,
    )
    const added = (await filesOf(copy, '*.sql')).filter((file) => !before.has(file))
    if (ended.code === 0 && added.length === 0 && ended.output.includes('No schema changes'))
      return []
    return [
      `drift: src/schema.ts and drizzle/ differ; run \`npm run db:generate\`\n${ended.output}`,
    ]
  })
}
