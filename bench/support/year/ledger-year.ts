import { sql } from 'drizzle-orm'
import { answered } from '../../../src/bot/index.ts'
import { questionAt, type Catalogue } from '../../../src/content/index.ts'
import {
  addLeave,
  earliestDue,
  expireReviews,
  lessonsEnded,
  planDue,
  readCalendars,
  receiveVotes,
  replan,
  type Calendars,
} from '../../../src/learning/index.ts'
import type { Ended } from '../../../src/messaging/index.ts'
import { firstNudgeAt, nudgeDue, nudgesEnded } from '../../../src/nudges/index.ts'
import { at, rowsOf, type Db } from '../../../src/platform/db/index.ts'
import { chanceOf, draws, type Chance } from './chance.ts'
import { dayName } from './days.ts'
import { turnsTo, type YearPerson } from './people.ts'
import { FIRST_TELEGRAM_ID, morningOf } from './settle.ts'

export interface LedgerYear {
  readonly db: Db
  readonly catalogue: Catalogue
  readonly people: readonly YearPerson[]
  /** Their ids in the database, in the same order. */
  readonly ids: readonly string[]
  readonly seed: number
}

const DAY_MS = 24 * 3600_000

/** The same as the sweep's: a review that stood for a week makes room. */
const STANDS_MS = 7 * DAY_MS

/** People whose answers are taken at once. */
const AT_ONCE = 6

/**
 * Lets the days from `from` to `to` pass over the real planner, the reminders and the two ledgers:
 * civil time steps through every moment at which something is due or somebody answers. Telegram is
 * left out: what waits in the outbox counts as sent at once, and the ledger's own consequences
 * follow. People answer through `receiveVotes`; three of four answers are right.
 */
export async function passDays(year: LedgerYear, from: number, to: number): Promise<void> {
  const { db } = year
  const chance = chanceOf(year.seed)
  const calendars = await readCalendars(db)
  for (let day = from; day <= to; day++) {
    await takeLeaves(year, day)
    const visits = visitsOf(year, day, chance)
    for (const end = morningOf(day + 1); ;) {
      const due = await earliestDue(db)
      const now = [due, visits[0]?.at, end]
        .filter((moment) => moment !== undefined)
        .reduce((a, b) => (a < b ? a : b))
      if (now >= end) break
      if (due !== undefined && due <= now) {
        await sweep(db, calendars, now)
        await markSent(year, now)
      }
      while (visits[0] !== undefined && visits[0].at <= now) {
        const together = visits.splice(0, visits.filter(({ at: when }) => when <= now).length)
        await inTurns(together, (visit) => answerAll(year, visit.person, now, chance))
      }
    }
  }
}

/** The sweep of the app, as far as people notice it. */
async function sweep(db: Db, calendars: Calendars, now: Date): Promise<void> {
  await expireReviews(db, new Date(now.getTime() - STANDS_MS), now)
  while ((await planDue(db, { calendars, now, firstNudgeAt })) > 0);
  // A set rule instead of chance: nobody here reads the words.
  await nudgeDue(db, { calendars, now, random: () => 0.5 })
}

/** Leaves that the system is told of today; whatever was planned follows them. */
async function takeLeaves({ db, people, ids }: LedgerYear, day: number): Promise<void> {
  const now = morningOf(day)
  for (const [i, person] of people.entries()) {
    const personId = ids[i] ?? ''
    for (const leave of person.leaves) {
      if (leave.knownFrom !== day) continue
      const [first, last] = [dayName(leave.first), dayName(leave.last)]
      const kind = leave.sudden ? 'sick' : 'leave'
      await db.transaction(async (tx) => {
        await addLeave(tx, { personId, kind, first, last }, now)
        // A sickness comes without a word to the planner, which finds it when the moment has come.
        if (!leave.sudden) await replan(tx, personId, now)
      })
    }
  }
}

interface Visit {
  readonly person: number
  readonly at: Date
}

/** Who turns to the bot today, and when: within ten hours after the lesson, on the hour and a bit. */
function visitsOf({ people }: LedgerYear, day: number, chance: Chance): Visit[] {
  return people
    .flatMap((person, i) => {
      if (!turnsTo(person, day, chance)) return []
      const hours = 1 + Math.floor(10 * chance(draws.engaged, person.index, day, 1) ** 2)
      const hour = Math.ceil(person.lessonMinute / 60) + hours
      return [{ person: i, at: new Date(morningOf(day).getTime() + hour * 3600_000 + 7 * 60_000) }]
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += AT_ONCE) {
    await Promise.all(items.slice(i, i + AT_ONCE).map(work))
  }
}

/** Everything that waits counts as sent, and the ledger's word goes to those who must know. */
async function markSent({ db, catalogue }: LedgerYear, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await rowsOf<{
      id: string
      kind: string
      lane: Ended['lane']
      args: Record<string, unknown>
      person_id: string | null
      chat_id: string
    }>(
      tx,
      sql`
      update outbox set state = 'sent', message_id = id, finished_at = ${at(now)}
      where state = 'pending' and (not_before is null or not_before <= ${at(now)})
      returning id, kind, lane, args, person_id, chat_id`,
    )
    const ended: Ended[] = []
    for (const row of rows) {
      const asks = row.kind === 'quiz' || row.kind === 'review'
      ended.push({
        ...row,
        id: Number(row.id),
        personId: row.person_id,
        chatId: Number(row.chat_id),
        state: 'sent',
        reason: null,
        unreachable: false,
        messageId: Number(row.id),
        result: asks ? { poll: await pollOf(tx, catalogue, Number(row.id), row.args) } : {},
      })
    }
    await lessonsEnded(tx, catalogue, ended, now)
    await nudgesEnded(tx, ended)
  })
}

/** The poll as Telegram would return it. */
async function pollOf(
  tx: Db,
  catalogue: Catalogue,
  id: number,
  args: Readonly<Record<string, unknown>>,
): Promise<{ id: string; options: { persistent_id: string; text: string }[] }> {
  const hash = String(args['questionHash'])
  const question = await questionAt(tx, catalogue, String(args['questionId']), hash)
  const options = question.texts.id.options.map(({ key, text }) => ({
    persistent_id: `${id}-${key}`,
    text,
  }))
  return { id: `poll-${id}`, options }
}

/** A person answers the lesson that stands open, and most of the reviews. */
async function answerAll(
  { db, catalogue, people, ids }: LedgerYear,
  index: number,
  now: Date,
  chance: Chance,
): Promise<void> {
  const [person, personId] = [people[index], ids[index]]
  if (person === undefined || personId === undefined) return
  const open = await rowsOf<{
    poll_id: string
    lesson: boolean
    question_id: string
    question_hash: string
  }>(
    db,
    sql`
    select p.poll_id, p.delivery_id is not null as lesson,
      coalesce(d.question_id, r.question_id) as question_id,
      coalesce(d.question_hash, r.question_hash) as question_hash
    from polls p left join deliveries d on d.id = p.delivery_id and d.state = 'open'
    left join reviews r on r.id = p.review_id and r.state = 'open'
    where p.person_id = ${personId} and coalesce(d.id, r.id) is not null
    order by p.created_at, p.poll_id`,
  )
  for (const [n, poll] of open.entries()) {
    const answers = poll.lesson ? 0.95 : person.answersReview
    if (chance(draws.reviewAnswer, index, now.getTime() / 60_000, n) >= answers) continue
    const right = chance(draws.recall, index, now.getTime() / 60_000, n) < 0.75
    const positions = [await placeOf(db, catalogue, poll, right)]
    await db.transaction(async (tx) => {
      const telegramId = FIRST_TELEGRAM_ID + person.index
      const persistentIds = undefined
      const vote = { pollId: poll.poll_id, telegramId, personId, persistentIds, positions }
      const [outcome] = await receiveVotes(tx, catalogue, [vote], now)
      if (outcome?.kind !== 'graded') throw new Error(`A vote was ${outcome?.kind}`)
      await answered(tx, [outcome], { now })
    })
  }
}

async function placeOf(
  db: Db,
  catalogue: Catalogue,
  poll: { readonly question_id: string; readonly question_hash: string },
  right: boolean,
): Promise<number> {
  const question = await questionAt(db, catalogue, poll.question_id, poll.question_hash)
  return question.texts.id.options.findIndex(({ key }) => (key === question.answer) === right)
}
