import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { elapsedMs, pause } from '../elapsed.ts'
import { codeOf } from './failure.ts'
import { run } from './run.ts'

/**
 * A process number is used again after its process has ended, so a number alone proves nothing.
 * The incarnation is what a living process has besides: boot and start time. Undefined when there
 * is no such process, or when only its zombie waits to be reaped (where PID 1 never reaps).
 */
export async function incarnationOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return await incarnationByPs(pid)
  const stat = await readOfProcess(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The name in parentheses may hold spaces; after it come state (field 3) … start time (22),
  // see proc_pid_stat(5).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTicks] = [fields[0], fields[19]]
  if (state === 'Z' || state === 'X' || startTicks === undefined) return undefined
  const boot = (await readOfProcess('/proc/sys/kernel/random/boot_id')) ?? ''
  return `${boot.slice(0, 8)}-${startTicks}`
}

async function incarnationByPs(pid: number): Promise<string | undefined> {
  const { code, output } = await run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)])
  const [state, ...started] = output.trim().split(/\s+/)
  if (code !== 0 || state === undefined || state.startsWith('Z')) return undefined
  return started.join('_').replaceAll(':', '-')
}

/** Shown in the title of every process of the server, so that orphans can be told by it too. */
export function clusterName(clusterDir: string): string {
  return `sedikit-${createHash('sha256').update(clusterDir).digest('hex').slice(0, 12)}`
}

/**
 * The numbers of all living processes that belong to the cluster: initdb, the postmaster, and its
 * children even when it was killed. Read from command lines, which everybody may read; the link to
 * the working folder would be closed to root in a container without CAP_SYS_PTRACE.
 */
export async function serverProcesses(clusterDir: string): Promise<readonly number[]> {
  const ours = (command: string) => belongsTo(command, clusterDir)
  if (process.platform === 'linux') {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
    const commands = await Promise.all(pids.map((pid) => readOfProcess(`/proc/${pid}/cmdline`)))
    return pids.filter((_, i) => ours(commands[i]?.replaceAll('\0', ' ') ?? '')).map(Number)
  }
  const { output } = await run('ps', ['-axww', '-o', 'pid=,command='])
  return output
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(.*)$/.exec(line))
    .filter((match) => ours(match?.[2] ?? ''))
    .map((match) => Number(match?.[1]))
}

/** Whether a command line (arguments joined by spaces) is one of the cluster's processes. */
export function belongsTo(command: string, clusterDir: string): boolean {
  if (command.startsWith(`postgres: ${clusterName(clusterDir)}: `)) return true
  // Folders may hold spaces, so the line is not split into words.
  const program = command.slice(0, Math.max(0, command.indexOf(' -D ')))
  if (!/(?:^|\/)(?:postgres|initdb)$/.test(program)) return false
  return `${command.slice(program.length)} `.startsWith(` -D ${clusterDir} `)
}

/** Waits until `done` says so; false when `timeoutMs` of elapsed time passed first. */
export async function waitUntil(done: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = elapsedMs() + timeoutMs
  while (!(await done())) {
    if (elapsedMs() > deadline) return false
    await pause(10)
  }
  return true
}

/** Sends a signal; a process that has just ended is no error. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

/** A file under /proc; undefined when its process has ended or is hidden from us. */
async function readOfProcess(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes(codeOf(error) ?? '')) return undefined
    throw error
  }
}
