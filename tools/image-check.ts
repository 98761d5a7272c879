/**
 * What can be known of the image without an engine: the rules of tools/deploy/lint.ts, the stages'
 * own commands in empty folders, `npm ci` of both included, and what the parts of the image weigh.
 * On Linux as root, what comes of it is then called with its root read-only, as a user without
 * rights. test/integration/image.test.ts starts it on a real Postgres.
 *
 *     npm run image-check
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDockerfile } from './deploy/dockerfile.ts'
import { readIgnore } from './deploy/ignored.ts'
import { lintDockerfile } from './deploy/lint.ts'
import { playStages, type Played } from './deploy/play.ts'
import { withTempFolder } from './support/temp.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')

/** Of Debian's `nobody`, who is everywhere. */
const NOBODY = '65534'

/** Says whether Node finds in the image what it compiled while the image was built. */
const PROBE = `
import { enableCompileCache, constants } from 'node:module'
const { status } = enableCompileCache(process.cwd() + '/.data/compiled')
console.log(status === constants.compileCacheStatus.ENABLED ? 'on' : 'off')`

/** Runs a line with the image's folder read-only; undefined where that is not possible. */
function readOnly({ workdir, env }: Played, user: string, line: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const inside = [
    `mount --bind "${workdir}" "${workdir}"`,
    `mount -o remount,ro,bind "${workdir}"`,
    `cd "${workdir}"`,
    `exec setpriv --reuid=${user} --regid=${user} --clear-groups ${line}`,
  ].join(' && ')
  const { status, stdout, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', inside], {
    env: { ...env, PATH: process.env['PATH'] },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`with a read-only root: ${stdout}${stderr}`)
  return stdout.trim()
}

const stages = parseDockerfile(await read('Dockerfile'))
const manifest = JSON.parse(await read('package.json')) as { devDependencies: { node: string } }
const problems = lintDockerfile(stages, { nodeVersion: manifest.devDependencies.node })
for (const problem of problems) console.error(`Dockerfile: ${problem}`)
if (problems.length > 0) process.exitCode = 1

await withTempFolder(async (into) => {
  const begun = performance.now()
  const ignored = readIgnore(await read('.dockerignore'))
  const played = await playStages(stages, { context: root, ignored, into })
  console.log(`stages done in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  const parts = (await readdir(played.workdir)).map((part) => join(played.workdir, part))
  console.log(execFileSync('du', ['-sm', '--total', ...parts], { encoding: 'utf8' }))
  for (const command of played.leftOut) console.log(`left to an engine: RUN ${command}`)
  // The folder of this check is root's alone, and nobody has to come into it.
  for (const folder of [into, played.root]) await chmod(folder, 0o755)
  const said = readOnly(played, NOBODY, `${process.execPath} bin/sedikit.mjs lessons check`)
  console.log(
    `read-only root, as nobody: ${said?.split('\n').at(-1) ?? 'not tried, needs Linux and root'}`,
  )
  // It is kept apart for each user: here for root, who built it.
  const cache = readOnly(played, '0', `${process.execPath} --input-type=module -e "${PROBE}"`)
  if (cache !== undefined) console.log(`what Node compiled, read-only: ${cache}`)
})
