import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const binaries = join(import.meta.dirname, '..', '..', 'node_modules', '.bin')

export interface Ended {
  /** Exit code; 128 when a signal ended it. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Both, as a person would have read them, without the empty ends. */
  readonly output: string
}

/**
 * Runs one of the project's tools in `cwd`, with the project's own Node first in the path, colours
 * off, and no input. Rejects only when it cannot be started.
 */
export async function run(
  tool: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  const child = spawn(join(binaries, tool), args, {
    cwd,
    env: {
      ...process.env,
      PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}`,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.on('error', reject)
  child.on('close', (code) => {
    // With CI=true some tools colour what they say whatever NO_COLOR asks.
    const said = stripVTControlCharacters(stdout)
    const complained = stripVTControlCharacters(stderr)
    const output = `${said}\n${complained}`.trim()
    resolve({ code: code ?? 128, stdout: said, stderr: complained, output })
  })
  return await promise
}
