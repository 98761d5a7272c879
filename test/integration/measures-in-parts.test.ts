import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCivilDays } from '../../src/learning/index.ts'
import type { Database } from '../../src/platform/db/index.ts'
import {
  EVERYBODY,
  keepRollups,
  readFigures,
  readSeries,
  type Group,
} from '../../src/reports/index.ts'
import { apply, change, FIRST_DAY, prepare, UNITS, type Change } from '../support/history.ts'
import { openHistory, type HistoryScene } from '../support/history-scene.ts'

/** A change of the facts alone: nothing of when the roll-ups are kept, and nothing that waits. */
const isFact = (one: Change): boolean => !['keep', 'late', 'commit'].includes(one.do)

describe('measures of a part', () => {
  let scene: HistoryScene
  let app: Database
  let owner: Database
  beforeAll(async () => {
    scene = await openHistory()
    ;({ app, owner } = scene)
  })
  afterAll(() => scene.close())

  it('are those of the whole, for each step of a period', async () => {
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
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
