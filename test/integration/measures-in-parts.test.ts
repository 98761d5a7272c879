import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addCivilDays, storeCalendar } from '../../src/learning/index.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import {
  EVERYBODY,
  keepRollups,
  readFigures,
  readSeries,
  readUnitLessonFigures,
  type Group,
} from '../../src/reports/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { apply, change, FIRST_DAY, prepare, UNITS, type Change } from '../support/history.ts'
import { straightLessons } from '../support/straight.ts'

/** A change of the facts alone: nothing of when the roll-ups are kept, and nothing that waits. */
const isFact = (one: Change): boolean => !['keep', 'late', 'commit'].includes(one.do)

describe('measures of a part', () => {
  let database: ClonedDatabase
  let app: Database
  let owner: Database
  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    app = connectDatabase(database.appUrl)
    owner = connectDatabase(database.ownerUrl)
    await storeCalendar(app.db)
  })
  afterAll(async () => {
    await app.close()
    await owner.close()
    await database.drop()
  })

  it('are those of the whole, for each step of a period and the lessons of some units', async () => {
    const two: Group = { id: 'two', scopes: UNITS.slice(1) }
    await fc.assert(
      fc.asyncProperty(
        fc.array(change.filter(isFact), { minLength: 20, maxLength: 60 }),
        fc.tuple(fc.nat(30), fc.nat(30)),
        async (changes, [a, b]) => {
          await prepare(owner.db)
          for (const one of changes) await apply(app.db, one)
          await keepRollups(app.db)
          const period = {
            from: addCivilDays(FIRST_DAY, Math.min(a, b)),
            to: addCivilDays(FIRST_DAY, Math.max(a, b)),
          }
          for (const group of [EVERYBODY, two]) {
            for (const grain of ['day', 'week', 'month'] as const) {
              const points = await readSeries(app.db, { group, period, grain })
              expect(points[0]?.from).toBe(period.from)
              for (const [i, point] of points.entries()) {
                const next = points[i + 1]
                const to = next === undefined ? period.to : addCivilDays(next.from, -1)
                const step = { from: point.from, to }
                const figures = (await readFigures(app.db, [group], step)).get(group.id)
                expect([grain, point]).toEqual([
                  grain,
                  {
                    from: point.from,
                    active: figures?.active,
                    arrived: figures?.arrived,
                    answered: figures?.answered,
                  },
                ])
              }
            }
          }
          for (const most of [false, true]) {
            const lessons = await readUnitLessonFigures(app.db, two, period, most)
            expect(lessons.toSorted((x, y) => (x.lessonId < y.lessonId ? -1 : 1))).toEqual(
              await straightLessons(app.db, { period, units: two.scopes }),
            )
          }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
