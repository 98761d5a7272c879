/**
 * `npm run sbom`: everything that goes along with the bot, as CycloneDX JSON in dist/sbom.json (or
 * where `--out` says).
 *
 * npm's own `--omit dev` leaves out what the development tools use too (npm 11.19: pg, grammy, yaml,
 * zod and what they need), so the list is made of all and narrowed by the lock file.
 */
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { nameAt, productionIn, readLock } from './dependencies/lock.ts'
import { licenceOf } from './dependencies/problems-of-licences.ts'

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly scope?: string
  readonly licenses?: readonly unknown[]
}

interface Bom {
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
}

const home = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(home, 'dist', 'sbom.json') } },
})

const { stdout } = await promisify(execFile)(
  'npm',
  ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'],
  { cwd: home, maxBuffer: 64 * 1024 * 1024 },
)
const all = JSON.parse(stdout) as Bom
const shipped = new Set(
  productionIn((await readLock(home)) ?? {}).map(
    ([place, { version }]) => `${nameAt(place)}@${version ?? ''}`,
  ),
)
const components = all.components.filter(({ name, version }) => shipped.has(`${name}@${version}`))
const refs = new Set(components.map((one) => one['bom-ref']))
refs.add(all.metadata.component['bom-ref'])
const bom = {
  ...all,
  components: components.map(withLicence),
  dependencies: all.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
}
await mkdir(dirname(values.out), { recursive: true })
await writeFile(values.out, `${JSON.stringify(bom, undefined, 2)}\n`)
console.log(`${values.out}: ${components.length} packages`)

function withLicence(component: Component): Component {
  const id = licenceOf(component.name, null)
  const isNamed = (component.licenses ?? []).length > 0
  return isNamed || id === undefined ? component : { ...component, licenses: [{ license: { id } }] }
}
