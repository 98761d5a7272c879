/**
 * What keeping the roll-ups of the statistics costs, as a share of receiving: two of ours side by side
 * on one simulator, one of them with the triggers off that leave marks. Everybody answers at once, then
 * rounds of the worker take the marks up. What counts is the processor's time, of the app and of its
 * sessions in Postgres, until all marks are taken: it does not grow with what else the machine does,
 * nor hide behind the disk that each commit waits for. Linux alone. The two take turns.
 *
 *     node bench/keeping.ts [--rounds 5] [--answers 500] [--json]
 */
import { parseArgs } from 'node:util'
import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { connectDatabase, rowsOf } from '../src/platform/db/index.ts'
import { addCrowd } from '../test/support/crowd.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { CIVIL_START, openOurs, UNLIMITED, type Ours } from './support/ours.ts'
import { openStand, type Stand } from './support/stand.ts'
import { openTelegram, tokensOf, type Telegram } from './support/telegram.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    answers: { type: 'string', default: '500' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const answers = values.full ? 3000 : Number(values.answers)

const FIRST = 1_000_000
const tokens = tokensOf(['kept', 'bare'])
type Name = keyof typeof tokens

/** The same stand, whose databases leave no marks. */
function withoutMarks(stand: Stand): Stand {
  return {
    ...stand,
    database: async () => {
      const cloned = await stand.database()
      const owner = connectDatabase(cloned.ownerUrl, { max: 1 })
      for (const table of ['answers', 'deliveries', 'nudges', 'enrolments', 'people']) {
        await owner.db.execute(sql`alter table ${sql.identifier(table)} disable trigger user`)
      }
      await owner.close()
      return cloned
    },
  }
}

/** Milliseconds of the processor: of the app, and of those who serve it in Postgres. */
async function processorTime(ours: Ours): Promise<number> {
  const sessions = await rowsOf<{ pid: number }>(
    ours.database.db,
    sql`select pid from pg_stat_activity where datname = current_database()`,
  )
  const pids = [ours.process.pid, ...sessions.map(({ pid }) => pid)]
  const times = await Promise.all(pids.map(processorTimeOf))
  return times.reduce((all, ms) => all + ms, 0)
}

/** From Linux's own account, in its ticks of 10 ms. */
async function processorTimeOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name may hold blanks and brackets; what follows it does not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}

async function marksLeft(ours: Ours): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    ours.database.db,
    sql`select count(*)::int as n from stats_marks`,
  )
  return row?.n ?? 0
}

/** @returns milliseconds of the processor for one answer */
async function oneRound(
  telegram: Telegram,
  ours: Ours,
  name: Name,
  first: number,
): Promise<number> {
  await addCrowd(ours.database.db, { count: answers, firstId: first, dueAt: new Date(CIVIL_START) })
  await ours.process.ask({ do: 'tick' })
  await ours.drained()
  // What the lessons themselves have left is none of receiving.
  do await ours.process.ask({ do: 'tick' })
  while ((await marksLeft(ours)) > 0)
  const before = await processorTime(ours)
  const order = { do: 'vote', token: tokens[name], first, count: answers, perSecond: 0 }
  const seen = await telegram.process.ask(order)
  if (seen['replies'] !== answers) throw new Error(`${name}: ${seen['replies']} of ${answers}`)
  do await ours.process.ask({ do: 'tick' })
  while ((await marksLeft(ours)) > 0)
  return ((await processorTime(ours)) - before) / answers
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  const closing: (() => Promise<void>)[] = [stand.close]
  try {
    const telegram = await openTelegram(Object.values(tokens))
    closing.push(telegram.close)
    await telegram.open(FIRST, (rounds + 1) * answers)
    const open = async (where: Stand, name: Name): Promise<Ours> => {
      const settings = { backend: 'postgres', sendRate: UNLIMITED, chatGapMs: 0 } as const
      const { apiRoot } = telegram
      const ours = await openOurs(where, { ...settings, token: tokens[name], apiRoot })
      closing.push(ours.close)
      return ours
    }
    const both = { kept: await open(stand, 'kept'), bare: await open(withoutMarks(stand), 'bare') }
    const seen: Record<Name, number[]> = { kept: [], bare: [] }
    // The first round is not counted: everything is compiled by then.
    for (let round = 0; round <= rounds; round++) {
      const order = round % 2 === 0 ? (['kept', 'bare'] as const) : (['bare', 'kept'] as const)
      for (const name of order) {
        const measured = await oneRound(telegram, both[name], name, FIRST + round * answers)
        if (round > 0) seen[name].push(measured)
      }
    }
    return [figureOf(seen)]
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

function figureOf(seen: Readonly<Record<Name, readonly number[]>>): Figure {
  const shares = seen.kept.map((kept, i) => {
    const bare = seen.bare[i] ?? Number.NaN
    return ((kept - bare) / bare) * 100
  })
  return figure({
    name: 'keeping the roll-ups, as a share of receiving',
    unit: '% of the processor',
    backend: 'postgres',
    values: shares,
    peers: { 'ms an answer, kept': seen.kept, 'ms an answer, without marks': seen.bare },
    goal: 'under 15%',
    meets: ({ value }) => value < 15,
    notes: { answers },
  })
}

report(await measure(), values.json)
