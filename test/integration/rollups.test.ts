import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addCivilDays,
  isWorkingDay,
  readCalendars,
  readLaggards,
} from '../../src/learning/index.ts'
import { layCalendar, OFFICE } from '../../src/learning/calendar/work-calendar.ts'
import { listUnits } from '../../src/people/index.ts'
import { arrayOf, rowsOf, type Database, type Db } from '../../src/platform/db/index.ts'
import {
  EVERYBODY,
  freshenRollups,
  keepRollups,
  readContinuity,
  readFigures,
  readHeadcounts,
  readLessonFigures,
  readRetention,
  readSeenLessons,
  rebuildRollups,
  reportGroup,
  reportRoles,
  reportTrackInUnits,
  seenIn,
  type Group,
  type LessonFigures,
} from '../../src/reports/index.ts'
import { keepBatch, lockRollups } from '../../src/reports/rollups/keep-store.ts'
import { callInProcess } from '../support/journey-process.ts'
import { apply, change, FIRST_DAY, prepare, ROLES, UNITS, type Change } from '../support/history.ts'
import { openHistory, type HistoryScene } from '../support/history-scene.ts'
import {
  straightContinuity,
  straightFigures,
  straightHeadcount,
  straightLessons,
  straightRetention,
  straightStanding,
  straightTracks,
} from '../support/straight.ts'

/** A transaction that stays open while others go on: what it writes is committed late. */
class LateWriter {
  readonly #db: Db
  #open: { readonly end: () => void; readonly done: Promise<unknown> } | undefined

  constructor(db: Db) {
    this.#db = db
  }

  async begin(work: (tx: Db) => Promise<void>): Promise<void> {
    await this.commit()
    const written = Promise.withResolvers<undefined>()
    const told = Promise.withResolvers<undefined>()
    const done = this.#db.transaction(async (tx) => {
      await work(tx)
      written.resolve(undefined)
      await told.promise
    })
    done.catch(written.reject)
    await written.promise
    this.#open = {
      end: () => {
        told.resolve(undefined)
      },
      done,
    }
  }

  async commit(): Promise<void> {
    this.#open?.end()
    await this.#open?.done
    this.#open = undefined
  }
}

describe('the roll-ups', () => {
  let scene: HistoryScene
  let app: Database
  let owner: Database
  beforeAll(async () => {
    scene = await openHistory()
    ;({ app, owner } = scene)
  })
  afterAll(() => scene.close())

  const everything = async (): Promise<unknown> => ({
    sums: await rowsOf(app.db, sql`select * from stats_sums order by scope, measure, day, key`),
    days: await rowsOf(app.db, sql`select * from stats_person_days order by person_id, day`),
    people: await rowsOf(app.db, sql`select * from stats_people order by person_id`),
    marks: await rowsOf(app.db, sql`select * from stats_marks`),
  })

  /** As the worker would: some of it now, the rest later, and one transaction that is slow. */
  async function live(changes: readonly Change[]): Promise<void> {
    const late = new LateWriter(app.db)
    for (const one of changes) {
      if (one.do === 'keep' && 'limit' in one) {
        await app.db.transaction(async (tx) => {
          if ((await lockRollups(tx)) === 'mine') await keepBatch(tx, one.limit)
        })
      } else if (one.do === 'commit') await late.commit()
      else if (one.do === 'late') await late.begin((tx) => apply(tx, one))
      else {
        // A person who is removed waits for what is being written of them.
        if (one.do === 'remove') await late.commit()
        await apply(app.db, one)
      }
    }
    await late.commit()
  }

  it('are the same kept as rebuilt, whatever came late, twice or was deleted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 10, maxLength: 60 }), async (changes) => {
        await prepare(owner.db)
        await live(changes)
        await keepRollups(app.db)
        const kept = await everything()
        await keepRollups(app.db)
        expect(await everything()).toEqual(kept)
        await rebuildRollups(app.db)
        expect(await everything()).toEqual(kept)
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  /** Friday, 27 November 2026, noon in Makassar: the same day in each of the three zones. */
  const noon = {
    now: new Date('2026-11-27T04:00:00Z'),
    today: '2026-11-27',
    workingDays: Array.from({ length: 25 }, (_, i) => addCivilDays(FIRST_DAY, i)).filter((day) =>
      isWorkingDay(layCalendar(OFFICE, [], []), day),
    ),
    lateBefore: '2026-11-26',
    activeSince: '2026-11-13',
  }

  it('give what the facts themselves give, for any group and period', async () => {
    const span = fc.tuple(fc.nat(23), fc.nat(23)).map(([a, b]) => ({
      from: addCivilDays(FIRST_DAY, Math.min(a, b)),
      to: addCivilDays(FIRST_DAY, Math.max(a, b)),
    }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 20, maxLength: 60 }),
        fc.array(span, { minLength: 1, maxLength: 4 }),
        async (changes, periods) => {
          await prepare(owner.db)
          await live(changes)
          await keepRollups(app.db)
          const groups: [Group, string[] | undefined][] = [
            [EVERYBODY, undefined],
            [{ id: 'two', scopes: UNITS.slice(1) }, UNITS.slice(1)],
          ]
          for (const period of periods) {
            for (const [group, units] of groups) {
              const asked = { units, period }
              const figures = await readFigures(app.db, [group], period)
              expect(figures.get(group.id)).toEqual(await straightFigures(app.db, asked))
              const heads = await readHeadcounts(app.db, [group], period)
              expect(heads.get(group.id)).toEqual(await straightHeadcount(app.db, asked))
              const { standing } = await reportGroup(app.db, {
                units: await listUnits(app.db),
                unitId: units === undefined ? undefined : UNITS[0],
                period,
                ...noon,
              })
              const wanted = units === undefined ? undefined : UNITS
              expect(standing).toEqual(await straightStanding(app.db, { units: wanted, ...noon }))
              // And by the one rule of who lags, which every list goes by.
              const among =
                wanted === undefined
                  ? sql`select id from people`
                  : sql`select id from people where unit_id = any(${arrayOf(wanted, 'uuid')})`
              const calendars = await readCalendars(app.db)
              const laggards = await readLaggards(app.db, among, { calendars, now: noon.now })
              expect(standing.lagging).toBe(laggards.length)
              for (const monday of [7, 14, 21].map((days) => addCivilDays(FIRST_DAY, days))) {
                expect(await readContinuity(app.db, group, monday)).toEqual(
                  await straightContinuity(app.db, units, monday),
                )
              }
              const weeks = { from: FIRST_DAY, to: period.to, weeks: 4 }
              expect(await readRetention(app.db, group, weeks)).toEqual(
                await straightRetention(app.db, { units, ...weeks }),
              )
            }
            const inOrder = (lessons: readonly LessonFigures[]): LessonFigures[] =>
              lessons.toSorted((a, b) => (a.lessonId < b.lessonId ? -1 : 1))
            for (const role of [undefined, 'guru']) {
              expect(inOrder(await readLessonFigures(app.db, period, role))).toEqual(
                await straightLessons(app.db, { period }, role),
              )
            }
            // People by role, and tracks of roles and of units from the beginning on.
            const ever = { from: FIRST_DAY, to: period.to }
            for (const { role, figures, heads, tracks } of await reportRoles(
              app.db,
              ROLES,
              period,
            )) {
              const asked = { units: undefined, role, period }
              expect(figures).toEqual(await straightFigures(app.db, asked))
              expect(heads).toEqual(await straightHeadcount(app.db, asked))
              expect(tracks).toEqual(await straightTracks(app.db, { ...asked, period: ever }))
            }
            const shown = await listUnits(app.db)
            const inUnits = await reportTrackInUnits(app.db, {
              units: shown,
              shown,
              trackId: 'track',
              period,
              ever,
            })
            for (const { unit, joined, begun, done } of inUnits) {
              const units = unit.parentId === null ? UNITS : [unit.id]
              const heads = await straightHeadcount(app.db, { units, period })
              const [track] = await straightTracks(app.db, { units, period: ever })
              const wanted = { begun: track?.begun ?? 0, done: track?.done ?? 0 }
              expect({ joined, begun, done }).toEqual({ joined: heads.joined, ...wanted })
            }
            // Of whoever coordinates the organisation, one unit, or two of them.
            const all = await listUnits(app.db)
            for (const units of [UNITS, UNITS.slice(1, 2), UNITS.slice(1)]) {
              const reach = { everybody: false, units: all.filter(({ id }) => units.includes(id)) }
              const seen = seenIn(reach)
              if (seen === undefined) throw new Error('nothing is in reach')
              expect(inOrder(await readSeenLessons(app.db, seen, period))).toEqual(
                await straightLessons(app.db, { units, period }),
              )
            }
          }
        },
      ),
      { numRuns: 40, endOnFailure: true },
    )
  })

  it('are mended by `sedikit stats rebuild`, and left alone while somebody else keeps them', async () => {
    await prepare(owner.db)
    await live([
      { do: 'join', person: 1, unit: 1, zone: 'Asia/Makassar', day: 1, weekly: false },
      { do: 'lesson', person: 1, lesson: 1, day: 2, minute: 500, sent: true },
      {
        do: 'answer',
        person: 1,
        lesson: 1,
        day: 2,
        minute: 530,
        right: true,
        review: false,
      },
    ])
    const [held, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holding = app.db.transaction(async (tx) => {
      expect(await lockRollups(tx)).toBe('mine')
      held.resolve()
      await letGo.promise
    })
    await held.promise
    expect(await keepRollups(app.db)).toBe(0)
    // Whoever looks at the figures waits for whoever keeps them.
    const looked = freshenRollups(app.db)
    letGo.resolve()
    await Promise.all([holding, looked])
    expect(await rowsOf(app.db, sql`select from stats_marks`)).toEqual([])
    const kept = await everything()
    await app.db.execute(sql`update stats_sums set n = n + 1 where measure = 'answered'`)
    await app.db.execute(sql`delete from stats_person_days`)
    const { database } = scene
    const env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }
    const { code, stdout } = await callInProcess(['stats', 'rebuild', '--json'], env)
    expect({ code, told: JSON.parse(stdout) }).toEqual({ code: 0, told: { people: 1 } })
    expect(await everything()).toEqual(kept)
  })
})
