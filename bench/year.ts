/**
 * A simulated year: what people remember when questions come again by FSRS, by fixed gaps at equal
 * load, or not at all. Their memory is another model than the scheduler's, of three kinds.
 *
 *     node bench/year.ts [--people 1000] [--seeds 5] [--seed 20261124] [--json] [--write]
 *
 * `--write` puts the table into docs/learning.md and the picture beside it.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadCatalogue } from '../src/content/index.ts'
import { settingsSchema } from '../src/learning/index.ts'
import { yearCalendars } from './support/year/calendars.ts'
import { yearModels } from './support/year/models.ts'
import { runYear, type SeedYear } from './support/year/run-year.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    seeds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '20261124' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const loaded = await loadCatalogue(place('../lessons'))
if (!loaded.ok) throw new Error('The lessons are broken')
const { catalogue } = loaded
const calendars = yearCalendars()
const models = yearModels()
const load = settingsSchema.parse({})['review.load']
const people = Number(values.people)
const first = Number(values.seed)
const years: SeedYear[] = []
for (let n = 0; n < Number(values.seeds); n++) {
  const started = performance.now()
  years.push(runYear({ catalogue, calendars, models, people, seed: first + n, load }))
  const seconds = Math.round((performance.now() - started) / 1000)
  console.error(`seed ${first + n}: ${people} people lived a year in ${seconds} s`)
}
if (values.json) console.log(JSON.stringify(years))
