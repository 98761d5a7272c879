/**
 * A simulated year: what people remember when questions come again by FSRS, by fixed gaps at equal
 * load, or not at all. Their memory is another model than the scheduler's, of three kinds.
 *
 *     node bench/year.ts [--people 1000] [--seeds 5] [--seed 20261124] [--load 2]
 *                        [--json] [--from results.json] [--write]
 *
 * `--write` puts the table into docs/learning.md and the picture beside it; `--from` takes what
 * `--json` gave instead of living the years again.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadCatalogue } from '../src/content/index.ts'
import { settingsSchema } from '../src/learning/index.ts'
import { yearCalendars } from './support/year/calendars.ts'
import { forgetting, yearModels } from './support/year/models.ts'
import { realRules } from './support/year/diary.ts'
import { drawYear } from './support/year/picture.ts'
import { table, verdicts } from './support/year/summary.ts'
import { writeBetweenMarks } from './support/year/write-docs.ts'
import { runYear, type SeedYear, type YearResults } from './support/year/run-year.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    seeds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '20261124' },
    load: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const models = yearModels()
const load = Number(values.load ?? settingsSchema.parse({})['review.load'])
const results: YearResults =
  values.from === undefined
    ? { load, years: await liveYears() }
    : (JSON.parse(await readFile(values.from, 'utf8')) as YearResults)

async function liveYears(): Promise<SeedYear[]> {
  const loaded = await loadCatalogue(place('../lessons'))
  if (!loaded.ok) throw new Error('The lessons are broken')
  const { catalogue } = loaded
  const rules = realRules(yearCalendars())
  const people = Number(values.people)
  return Array.from({ length: Number(values.seeds) }, (_, n) => {
    const seed = Number(values.seed) + n
    const started = performance.now()
    const year = runYear({ catalogue, rules, models, people, seed, load })
    const seconds = Math.round((performance.now() - started) / 1000)
    console.error(`seed ${seed}: ${people} people lived a year in ${seconds} s`)
    return year
  })
}

if (values.json) console.log(JSON.stringify(results))

if (values.write) {
  const { years } = results
  const [first] = years
  if (first === undefined) throw new Error('There is no year to write of')
  const seeds = years.map(({ seed }) => seed)
  const messages = years.reduce((sum, year) => sum + year.messages, 0)
  const faults = years.reduce(
    (sum, year) => sum + Object.values(year.faults).reduce((a, b) => a + b, 0),
    0,
  )
  const note = `${first.people} simulated people, ${seeds.length} seeds (line: their middle; band: lowest to highest), at most ${results.load} reviews a day`
  await writeFile(place('../docs/learning-year.svg'), drawYear(years, models, note))
  await writeBetweenMarks(place('../docs/learning.md'), [
    ...table(years, models),
    '',
    ...verdicts(years, models),
    '',
    '| recalled after reading, nothing asked, % | 1 day | 7 | 30 | 90 |',
    '|---|---|---|---|---|',
    ...models.map(
      (model) =>
        `| ${model.title} | ${forgetting(model, [1, 7, 30, 90])
          .map((share) => (share * 100).toFixed(0))
          .join(' | ')} |`,
    ),
    '',
    `${first.people} people, seeds ${seeds.join(', ')}; middle of the seeds, in brackets the lowest and the highest. ` +
      `Of ${messages.toLocaleString('en')} deliveries, counted under each policy and model, ${faults} came on a day off, on leave, in quiet hours, twice on a day or beyond the load.`,
  ])
}
for (const { seed, faults } of results.years) {
  if (Object.keys(faults).length === 0) continue
  console.error(`seed ${seed}: ${JSON.stringify(faults)}`)
  process.exitCode = 1
}
