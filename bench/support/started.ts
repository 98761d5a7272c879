import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { START_FLAGS } from './ours.ts'

export interface StartOptions {
  /** Where the program lies; this working tree where it is left out. */
  readonly root?: string
  readonly env: Readonly<Record<string, string>>
}

/** The process that `npm start` starts, without npm around it. */
export function spawnStart({ root, env }: StartOptions): ChildProcess {
  const entry = join(root ?? fileURLToPath(new URL('../..', import.meta.url)), 'bin/sedikit.mjs')
  return spawn(process.execPath, [...START_FLAGS, entry, 'start'], {
    // Nothing of the surroundings comes in by the environment; embedded Postgres finds its tools so.
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

export async function endProcess(
  child: ChildProcess,
  signal: 'SIGTERM' | 'SIGKILL',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/**
 * Waits until a process that was just spawned says that it runs.
 *
 * @returns milliseconds until then
 */
export async function running(child: ChildProcess): Promise<number> {
  const since = performance.now()
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('is running')) resolve()
    })
    child.once('exit', (code) => {
      reject(new Error(`start ended with ${code}: ${said}`))
    })
  })
  return performance.now() - since
}

export interface Memory {
  /** MB that the process has in memory now. */
  readonly now: number
  /** MB at its highest. */
  readonly highest: number
}

/** Of the one process, from Linux's own account. */
export async function memoryOf(pid: number): Promise<Memory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const mb = (field: string): number =>
    (Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6
  return { now: mb('VmRSS'), highest: mb('VmHWM') }
}
