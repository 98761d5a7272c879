import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { elapsedMs, pause } from '../elapsed.ts'
import { UserError } from '../errors.ts'
import { codeOf, isMissing } from './failure.ts'
import { incarnationOf } from './processes.ts'

/** The right of one living process to a data folder; it ends with `release` or with the process. */
export interface Claim {
  release(): Promise<void>
}

export interface Rival {
  readonly pid: number
  readonly held: boolean
}

/** A claimant that has not decided after this long is stopped or stuck; in milliseconds. */
const patienceMs = 10_000

/**
 * Claims `dataDir` for this process, or throws a UserError that names the process which has it.
 *
 * One lock file that is taken over when stale has a race: two that both find it stale, and the
 * slower one removes the lock the faster one has just made. So each claimant has a file of its own,
 * named for its incarnation: the file of a dead process can never come alive again and is removed
 * by anybody. Each first writes its file and then looks for others: of two that start at once, at
 * least one sees the other. Of those still undecided all but the one with the smallest pid take their
 * files back and wait aside until the others have decided.
 */
export async function claimFolder(dataDir: string): Promise<Claim> {
  const incarnation = await incarnationOf(process.pid)
  if (incarnation === undefined)
    throw new Error('this process does not find itself among the living')
  const name = `owner.${process.pid}.${incarnation}`
  const file = join(dataDir, name)
  const release = async () => rm(file, { force: true })
  const deadline = elapsedMs() + patienceMs

  let standing = false
  for (;;) {
    const rivals = await livingRivals(dataDir, name)
    const verdict = elapsedMs() > deadline ? 'refuse' : decide(process.pid, standing, rivals)
    if (verdict === 'stand') {
      await writeClaim(file, dataDir)
      standing = true
    } else if (verdict === 'take') {
      await writeFile(file, 'held')
      return { release }
    } else if (verdict === 'refuse') {
      if (standing) await release()
      throw taken(dataDir, (rivals.find((rival) => rival.held) ?? rivals[0])?.pid)
    } else {
      if (verdict === 'giveWay') {
        await release()
        standing = false
      }
      await pause(10)
    }
  }
}

/** What a claimant does about the others it sees; `standing`: its own file is there. */
export function decide(
  self: number,
  standing: boolean,
  rivals: readonly Rival[],
): 'stand' | 'take' | 'refuse' | 'giveWay' | 'wait' {
  if (rivals.some((rival) => rival.held)) return 'refuse'
  if (rivals.length === 0) return standing ? 'take' : 'stand'
  return standing && rivals.some((rival) => rival.pid < self) ? 'giveWay' : 'wait'
}

async function writeClaim(file: string, dataDir: string): Promise<void> {
  try {
    await writeFile(file, '', { flag: 'wx' })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw taken(dataDir, process.pid)
    throw error
  }
}

async function livingRivals(dataDir: string, self: string): Promise<readonly Rival[]> {
  const rivals: Rival[] = []
  for (const name of await readdir(dataDir)) {
    const match = /^owner\.(\d+)\.(.+)$/.exec(name)
    if (match === null || name === self) continue
    const [pid, incarnation] = [Number(match[1]), match[2]]
    const file = join(dataDir, name)
    if ((await incarnationOf(pid)) !== incarnation) {
      await rm(file, { force: true })
      continue
    }
    const state = await readFile(file, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    })
    if (state !== undefined) rivals.push({ pid, held: state === 'held' })
  }
  return rivals
}

function taken(dataDir: string, pid: number | undefined): UserError {
  const who =
    pid === process.pid ? `this very process (pid ${pid})` : `another process (pid ${pid})`
  return new UserError(`The database folder ${dataDir} is in use by ${who}`, {
    hint: 'Stop that process first, give this one a folder of its own, or set DATABASE_URL to share one Postgres.',
  })
}
