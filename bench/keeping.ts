/**
 * What keeping the roll-ups of the statistics costs, as a share of receiving: two of ours side by side
 * on one simulator, one of them with the triggers off that leave marks. Everybody answers at once, then
 * one round of the worker takes the marks up. The cost is what both take longer, set against the
 * answering alone; in earnest the worker's round lies beside the answering, not behind it. The two
 * take turns.
 *
 *     node bench/keeping.ts [--rounds 5] [--answers 500] [--json]
 */
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { connectDatabase } from '../src/platform/db/index.ts'
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

interface Round {
  readonly answering: number
  readonly keeping: number
}

async function oneRound(telegram: Telegram, ours: Ours, name: Name, first: number): Promise<Round> {
  await addCrowd(ours.database.db, { count: answers, firstId: first, dueAt: new Date(CIVIL_START) })
  await ours.process.ask({ do: 'tick' })
  await ours.drained()
  // What the lessons themselves have left is none of receiving.
  await ours.process.ask({ do: 'tick' })
  const order = { do: 'vote', token: tokens[name], first, count: answers, perSecond: 0 }
  const seen = await telegram.process.ask(order)
  if (seen['replies'] !== answers) throw new Error(`${name}: ${seen['replies']} of ${answers}`)
  const started = performance.now()
  await ours.process.ask({ do: 'tick' })
  return { answering: seen['ms'] ?? Number.NaN, keeping: performance.now() - started }
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
    const seen: Record<Name, Round[]> = { kept: [], bare: [] }
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

function figureOf(seen: Readonly<Record<Name, readonly Round[]>>): Figure {
  const shares = seen.kept.map((kept, i) => {
    const bare = seen.bare[i] ?? { answering: Number.NaN, keeping: Number.NaN }
    return (kept.answering + kept.keeping - bare.answering - bare.keeping) / bare.answering
  })
  const middle = (of: (round: Round) => number, name: Name): number =>
    Math.round(seen[name].map(of).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN)
  return figure({
    name: 'keeping the roll-ups, as a share of receiving',
    unit: '%',
    backend: 'postgres',
    values: shares.map((share) => share * 100),
    goal: 'under 15%',
    meets: ({ value }) => value < 15,
    notes: {
      answers,
      'ms to answer, kept': middle((round) => round.answering, 'kept'),
      'ms to answer, bare': middle((round) => round.answering, 'bare'),
      'ms of the worker, kept': middle((round) => round.keeping, 'kept'),
      'ms of the worker, bare': middle((round) => round.keeping, 'bare'),
    },
  })
}

report(await measure(), values.json)
