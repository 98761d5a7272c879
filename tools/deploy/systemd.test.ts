import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { withTempFolder } from '../support/temp.ts'

const root = join(import.meta.dirname, '..', '..')
const ANALYZE = '/usr/bin/systemd-analyze'

/** From "exposed" on systemd itself calls it medium; 0 is nothing at all, 10 everything. */
const MOST_EXPOSED = 2

const units = [
  ['sedikit.service', 'sedikit.service', 'bin/sedikit.mjs start'],
  ['sedikit@.service', 'sedikit@worker.service', 'bin/sedikit.mjs start --only %i'],
] as const

describe.each(units)('%s', (file, instance, command) => {
  const read = (): Promise<string> => readFile(join(root, 'deploy/systemd', file), 'utf8')

  test('starts node as npm start does, and gives it longer to end than it takes', async () => {
    const unit = await read()
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      scripts: { start: string }
    }
    const flags = manifest.scripts.start.replace('bin/sedikit.mjs start', '')
    expect(unit).toContain(`\nExecStart=/usr/bin/${flags}${command}\n`)
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(10)
    expect(unit).toMatch(/^User=sedikit$/m)
  })

  test('may write nowhere but into its state, and holds no secret', async () => {
    const unit = await read()
    expect(unit).toMatch(/^ProtectSystem=strict$/m)
    expect(unit).toMatch(/^StateDirectory=sedikit sedikit\/backups$/m)
    expect(unit).not.toMatch(/^ReadWritePaths=/m)
    expect(unit).not.toMatch(/^Environment=.*(?:TOKEN|SECRET|PASSWORD|_URL)/m)
  })

  test('systemd itself finds nothing wrong with it', async (context) => {
    if (!existsSync(ANALYZE)) return context.skip(`there is no ${ANALYZE}`)
    await withTempFolder(async (folder) => {
      // What is looked up on the machine that it is verified on: the program and the user.
      const unit = (await read())
        .replace('/usr/bin/node', process.execPath)
        .replaceAll(/^(User|Group)=.*$/gm, '$1=root')
      const path = join(folder, instance)
      await writeFile(path, unit)
      const { stdout, stderr } = await promisify(execFile)(ANALYZE, ['verify', '--man=no', path])
      expect(stdout + stderr).toBe('')
      const security = await promisify(execFile)(ANALYZE, [
        'security',
        '--offline=true',
        '--no-pager',
        path,
      ])
      const level = /exposure level for \S+: (\d+\.\d+)/.exec(security.stdout)?.[1]
      expect(Number(level)).toBeLessThanOrEqual(MOST_EXPOSED)
    })
  })
})
