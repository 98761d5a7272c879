import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { nameAt, productionIn, readLock } from '../../tools/dependencies/lock.ts'
import { withTempFolder } from '../../tools/support/temp.ts'

const ROOT = join(import.meta.dirname, '..', '..')

interface Component {
  readonly name: string
  readonly version: string
  readonly licenses: readonly unknown[]
  readonly 'bom-ref': string
}

it('the list of what goes along with the bot has all of it, and nothing of the tools', async () => {
  await withTempFolder(async (folder) => {
    const out = join(folder, 'deep', 'sbom.json')
    const script = join(ROOT, 'tools', 'sbom.ts')
    await promisify(execFile)(process.execPath, [script, '--out', out], { cwd: folder })
    const bom = JSON.parse(await readFile(out, 'utf8')) as {
      bomFormat: string
      specVersion: string
      components: Component[]
      dependencies: { ref: string; dependsOn: string[] }[]
    }
    expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.5'])
    const listed = new Set(bom.components.map(({ name, version }) => `${name}@${version}`))
    const shipped = productionIn((await readLock(ROOT)) ?? {})
    expect(shipped.length).toBeGreaterThan(100)
    expect(listed).toEqual(
      new Set(shipped.map(([place, { version }]) => `${nameAt(place)}@${version ?? ''}`)),
    )
    expect(bom.components.filter(({ licenses }) => licenses.length === 0)).toEqual([])
    // Whatever is needed is in the list itself.
    const refs = new Set(bom.components.map((one) => one['bom-ref']))
    expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn)).toSatisfy((needed: string[]) =>
      needed.every((ref) => refs.has(ref)),
    )
  })
})
