import { lessonsReloadedArgs, type LessonsReloadedArgs } from '../bot/index.ts'
import { formatProblem, type Reloaded } from '../content/index.ts'
import { civilDay } from '../learning/index.ts'
import { insertMessages, tellAnew, type LastTold, type NewMessage } from '../messaging/index.ts'
import { adminsToTell, findPeople, type Person } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import type { Logger } from '../platform/logger.ts'
import type { LiveCatalogue } from './live-catalogue.ts'

export interface LessonReloads {
  /** By an admin in the chat, who is told what came of it. */
  askedBy(personId: string): Promise<void>
  /**
   * By a signal, by files that changed, or because another process has reloaded. Admins are told when
   * the lessons are refused, once for the same refusal, and when a refusal that they were told is over.
   * The log always says.
   */
  prompted(by: 'signal' | 'files' | 'another process'): Promise<Reloaded>
}

export interface ReloadDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly live: LiveCatalogue
  readonly log: Logger
  /** Told that there is something to send. */
  readonly onWritten: () => void
  /** Tells the other processes to do the same. */
  readonly tellOthers: () => Promise<void>
}

/** The kind of message that tells admins of refused lessons, and of what each was told last. */
export const LESSONS_RELOADED = 'lessons-reloaded'

/** Whoever asked has moved on after an hour; that lessons are broken is worth a day. */
const REPLY_WORTH_MS = 3600_000
const NEWS_WORTH_MS = 24 * 3600_000

/** Problems that the log names; the rest is counted. */
const MOST_LOGGED = 20

export function createLessonReloads(dependencies: ReloadDependencies): LessonReloads {
  const { db, clock, live, log, onWritten, tellOthers } = dependencies

  async function reload(by: string): Promise<Reloaded> {
    const reloaded = await live.reload()
    logReload(log, by, reloaded)
    // Also when nothing is new here: the others may have yet to see it.
    if (reloaded.kind !== 'refused' && by !== 'another process') await tellOthers()
    return reloaded
  }

  return {
    async askedBy(personId) {
      const args = lessonsReloadedArgs(await reload('chat'))
      const person = (await findPeople(db, [personId])).get(personId)
      if (person === undefined) return
      const now = clock.now()
      await insertMessages(db, [messageTo(person, args, now, REPLY_WORTH_MS)], { now })
      onWritten()
    },
    async prompted(by) {
      const reloaded = await reload(by)
      const args = lessonsReloadedArgs(reloaded)
      const admins = await adminsToTell(db)
      const now = clock.now()
      const write = (last: LastTold): NewMessage[] =>
        admins
          .filter(({ id }) => isNews(args, last.get(id)))
          .map((admin) => messageTo(admin, args, now, NEWS_WORTH_MS))
      const ids = admins.map(({ id }) => id)
      if ((await tellAnew(db, LESSONS_RELOADED, ids, write, now)).length > 0) onWritten()
      return reloaded
    },
  }
}

/** A refusal that was not the last thing told; anything else only after a refusal. */
function isNews(args: LessonsReloadedArgs, last: Readonly<Record<string, unknown>> = {}): boolean {
  return args.outcome === 'refused' ? last['digest'] !== args.digest : last['outcome'] === 'refused'
}

function messageTo(
  person: Person,
  args: LessonsReloadedArgs,
  now: Date,
  worthMs: number,
): NewMessage {
  return {
    lane: 'reply',
    kind: LESSONS_RELOADED,
    args,
    personId: person.id,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + worthMs),
    soundDay: civilDay(person.timezone, now),
  }
}

function logReload(log: Logger, by: string, reloaded: Reloaded): void {
  switch (reloaded.kind) {
    case 'unchanged':
      log.info({ by }, 'the lessons are unchanged')
      return
    case 'reloaded': {
      const { kind: _, ...change } = reloaded
      log.info({ by, ...change }, 'the lessons were reloaded')
      return
    }
    case 'refused': {
      const problems = reloaded.problems.slice(0, MOST_LOGGED).map(formatProblem)
      const account = { by, count: reloaded.problems.length, problems }
      log.warn(account, 'the lessons were refused, and the old ones stay')
    }
  }
}
