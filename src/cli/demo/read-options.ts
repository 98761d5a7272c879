import { parseArgs } from 'node:util'
import { UserError } from '../../platform/errors.ts'
import { DEMO_DIR } from '../paths.ts'

export interface DemoOptions {
  readonly headless: boolean
  readonly json: boolean
  readonly keep: boolean
  /** Takes up the lessons whenever their files change. */
  readonly watch: boolean
  readonly people: number
  /** Working days to live through; with a page, those before the visitor comes. */
  readonly days: number
  readonly seed: number
  /** Where the demo lives. */
  readonly dataDir: string
}

export const MOST_PEOPLE = 20_000
/** A working year. */
const MOST_DAYS = 250
const MOST_SEED = 2 ** 31 - 1

/** People and days where nothing is said. */
const HEADLESS = { people: 50, days: 5 }
const INTERACTIVE = { people: 200, days: 15 }

/**
 * @throws TypeError of Node's parser for what it does not know, UserError for a value that cannot be
 */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      headless: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      people: { type: 'string' },
      days: { type: 'string' },
      seed: { type: 'string', default: '1' },
      // For tests, which run side by side: another folder than .data/demo.
      data: { type: 'string', default: DEMO_DIR },
    },
  })
  const { headless, json, keep, watch, data } = values
  if (!headless && json) {
    throw new UserError('--json is for the demo without a page: add --headless.')
  }
  if (data.trim() === '') throw new UserError('--data: nothing given; expected a folder.')
  const usual = headless ? HEADLESS : INTERACTIVE
  return {
    headless,
    json,
    keep,
    watch,
    people: wholeNumber('--people', values.people ?? String(usual.people), 1, MOST_PEOPLE),
    days: wholeNumber('--days', values.days ?? String(usual.days), 1, MOST_DAYS),
    seed: wholeNumber('--seed', values.seed, 0, MOST_SEED),
    dataDir: data,
  }
}

function wholeNumber(option: string, given: string, least: number, most: number): number {
  const value = Number(given)
  if (given.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw new UserError(
      `${option}: given "${given}"; expected a whole number from ${least} to ${most}.`,
    )
  }
  return value
}
