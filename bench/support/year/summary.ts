import { spreadOf, type Spread } from '../statistics.ts'
import { policyNames, type PolicyName, type PolicyYear, type SeedYear } from './run-year.ts'

/** A quantity of a model and policy, over all seeds. */
export function overSeeds(
  years: readonly SeedYear[],
  model: string,
  policy: PolicyName,
  pick: (year: PolicyYear) => number,
): Spread {
  return spreadOf(years.map((year) => pick(yearOf(year, model, policy))))
}

/** The same as a difference between two policies, seed by seed. */
export function difference(
  years: readonly SeedYear[],
  model: string,
  [one, other]: readonly [PolicyName, PolicyName],
  pick: (year: PolicyYear) => number,
): Spread {
  return spreadOf(
    years.map((year) => pick(yearOf(year, model, one)) - pick(yearOf(year, model, other))),
  )
}

function yearOf(year: SeedYear, model: string, policy: PolicyName): PolicyYear {
  const found = year.models[model]?.[policy]
  if (found === undefined) throw new Error(`No ${model} ${policy}`)
  return found
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}`

const spread = ({ median, min, max }: Spread): string =>
  `${percent(median)} (${percent(min)}–${percent(max)})`

export const policyTitles: Readonly<Record<PolicyName, string>> = {
  fsrs: 'FSRS, as the product asks',
  fsrsByDay: 'FSRS’ days, longest due first',
  fixed: 'fixed gaps',
  none: 'no reviews',
}

/** The table for the documentation: the middle of the seeds, and the lowest and highest of them. */
export function table(
  years: readonly SeedYear[],
  models: readonly { readonly name: string; readonly title: string }[],
): string[] {
  const rows = models.flatMap(({ name, title }) =>
    policyNames.map((policy, p) => {
      const of = (pick: (year: PolicyYear) => number): Spread =>
        overSeeds(years, name, policy, pick)
      const asked = of((year) => year.asked)
      return [
        '',
        p === 0 ? title : '',
        policyTitles[policy],
        spread(of((year) => year.retention[3] ?? Number.NaN)),
        spread(of((year) => year.afterFinishing)),
        spread(of((year) => year.yearEnd)),
        asked.median === 0 ? '0' : asked.median.toFixed(0),
        asked.median === 0 ? '' : percent(of((year) => year.right).median),
        policy === 'none' ? '' : percent(of((year) => year.neverAsked).median),
        '',
      ]
        .join(' | ')
        .trim()
    }),
  )
  return [
    '| memory | reviews | April, % | 30 days after the last lesson, % | year’s end, % | asked a person | right, % | questions never asked, % |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ]
}

/** Where FSRS as the product asks it does worse, and where better, than fixed gaps at equal load. */
export function verdicts(
  years: readonly SeedYear[],
  models: readonly { readonly name: string; readonly title: string }[],
): string[] {
  const measures: readonly (readonly [string, (year: PolicyYear) => number])[] = [
    ['30 days after the last lesson', (year) => year.afterFinishing],
    ['at the year’s end', (year) => year.yearEnd],
  ]
  return models.map(({ name, title }) => {
    const said = measures.map(([when, pick]) => {
      const { median, min, max } = difference(years, name, ['fsrs', 'fixed'], pick)
      const word = max < 0 ? 'loses' : min > 0 ? 'wins' : 'neither wins nor loses'
      return `${word} ${when} (${median > 0 ? '+' : ''}${percent(median)} points, ${percent(min)} to ${percent(max)})`
    })
    return `- **${title}**: FSRS as the product asks ${said.join(', and ')}.`
  })
}
