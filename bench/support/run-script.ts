import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Runs a bench as a process of its own with `--json`, and returns what it printed. */
export async function runScript(script: string, args: readonly string[] = []): Promise<unknown> {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url))
  const child = spawn(process.execPath, [path, ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  // A terminal's Ctrl-C reaches both by itself.
  const end = (): void => {
    child.kill('SIGTERM')
    process.exitCode = 130
  }
  process.once('SIGTERM', end)
  const [code] = (await once(child, 'close')) as [number | null]
  process.off('SIGTERM', end)
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
  return JSON.parse(printed)
}
