import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { writeFiles } from './support/scratch-project.ts'
import { withTempFolder } from './support/temp.ts'

const launcher = join(import.meta.dirname, '..', 'bin', 'sedikit.mjs')
const machineNode = '/usr/bin/node'

interface Ended {
  code: number
  stdout: string
  stderr: string
}

async function launch(node: string, path: string, ...args: string[]): Promise<Ended> {
  return await promisify(execFile)(node, [path, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as Ended,
  )
}

async function versionOf(node: string): Promise<number> {
  const { stdout } = await promisify(execFile)(node, ['--version'])
  return Number(/^v(\d+)/.exec(stdout)?.[1])
}

test('refuses an older Node in words', async (context) => {
  if (!existsSync(machineNode)) return context.skip(`there is no ${machineNode}`)
  const version = await versionOf(machineNode)
  if (version >= 24) return context.skip(`${machineNode} is ${version}, new enough`)

  const { code, stdout, stderr } = await launch(machineNode, launcher, 'start')
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain(`needs Node 24 or newer, and this is Node ${version}.`)
  expect(stderr).toContain('`npm ci` brings Node 24')
  expect(stderr).toContain('npm run sedikit -- <command>')
  expect(stderr).not.toContain('    at ')
})

test('hands over arguments and environment, and ends with the code of main', async () => {
  await withTempFolder(async (root) => {
    await cp(launcher, join(root, 'bin', 'sedikit.mjs'))
    await writeFiles(root, {
      'src/main.ts':
        'export async function main(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {\n' +
        "  console.log(argv.join('+'), env['PATH'] === process.env['PATH'])\n  return 3\n}\n",
    })
    const ended = await launch(process.execPath, join(root, 'bin', 'sedikit.mjs'), 'unit', 'add')
    expect(ended).toMatchObject({ code: 3, stdout: 'unit+add true\n', stderr: '' })

    await writeFile(join(root, 'src', 'main.ts'), "import 'no-such-package'\n")
    const missing = await launch(process.execPath, join(root, 'bin', 'sedikit.mjs'))
    expect(missing.code).toBe(1)
    expect(missing.stderr).toMatch(/no-such-package[^]*run `npm ci` first/)

    await writeFile(join(root, 'src', 'main.ts'), "throw new Error('a bug')\n")
    const broken = await launch(process.execPath, join(root, 'bin', 'sedikit.mjs'))
    expect(broken.code).toBe(1)
    expect(broken.stderr).toContain('Error: a bug')
  })
})
