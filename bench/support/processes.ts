import { readdir, readFile } from 'node:fs/promises'

/** Clock ticks a second of Linux's account of processor time: USER_HZ, 100 wherever Node runs. */
const TICKS = 100

async function statOf(pid: number): Promise<readonly number[] | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // After the name, which may hold spaces: state is field 3, and the first of these.
  return line
    ?.slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
}

/** The process that started this one. */
export async function parentOf(pid: number): Promise<number> {
  return (await statOf(pid))?.[1] ?? 0
}

/** A process and all that it started and that live. */
export async function familyOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = await Promise.all(all.map(async (one) => [one, await parentOf(one)] as const))
  const family = [pid]
  for (const member of family) {
    family.push(...parents.filter(([, parent]) => parent === member).map(([one]) => one))
  }
  return family
}

/**
 * MB in memory of processes of one program together. What they share counts once: their own memory
 * and Postgres' buffers are divided among those that share them (Linux' PSS); of the program's files,
 * which a bench's own processes have open too, the largest part that one of them has.
 */
export async function memoryTogether(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(pids.map(kilobytesOf))
  const own = each.reduce((sum, { own }) => sum + own, 0)
  return ((own + Math.max(...each.map(({ files }) => files))) * 1024) / 1e6
}

/** Of one process; nothing of one that has ended meanwhile. */
async function kilobytesOf(pid: number): Promise<{ own: number; files: number }> {
  const read = (file: string): Promise<string> =>
    readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  const [rollup, status] = await Promise.all([read('smaps_rollup'), read('status')])
  const kb = (text: string, field: string): number =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
  return {
    own: kb(rollup, 'Pss_Anon') + kb(rollup, 'Pss_Shmem'),
    files: kb(status, 'RssFile'),
  }
}

/** Seconds of the processor that processes have used, those of their children that ended included. */
export async function processorTogether(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(
    pids.map(async (pid) => {
      const stat = (await statOf(pid)) ?? []
      return [11, 12, 13, 14].reduce((sum, field) => sum + (stat[field] ?? 0), 0)
    }),
  )
  return each.reduce((sum, ticks) => sum + ticks, 0) / TICKS
}

/** Open file descriptors of a process: files, sockets, pipes. */
export async function descriptorsOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length
}

/** Threads of a process. */
export async function threadsOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/task`)).length
}
