import { expect, it } from 'vitest'
import { UserError } from '../../platform/errors.ts'
import { readOptions } from './read-options.ts'

it('fills in what is not said', () => {
  expect(readOptions([])).toMatchObject({ headless: false, people: 200, seed: 1, keep: false })
  expect(readOptions([])).toMatchObject({ days: 15 })
  expect(readOptions(['--days', '2']).days).toBe(2)
  expect(readOptions(['--watch'])).toMatchObject({ watch: true })
  expect(readOptions([]).watch).toBe(false)
  expect(readOptions(['--headless'])).toMatchObject({ headless: true, people: 50, days: 5 })
  expect(readOptions(['--headless', '--people', '20000', '--seed', '0'])).toMatchObject({
    people: 20_000,
    seed: 0,
  })
})

it.each([
  ['--people 0', /--people: given "0"; expected a whole number from 1 to 20000/],
  ['--people 20001', /--people: given "20001"/],
  ['--people many', /--people: given "many"/],
  ['--people 1.5', /--people: given "1.5"/],
  ['--days 0', /--days: given "0"; expected a whole number from 1 to 250/],
  ['--days', /argument missing|expects/i],
  ['--seed -1', /--seed/],
])('refuses %s in one clear sentence', (args, message) => {
  expect(() => readOptions(['--headless', ...args.split(' ')])).toThrow(message)
})

it('refuses what belongs to the headless demo alone', () => {
  expect(() => readOptions(['--json'])).toThrow(UserError)
})

it('does not know other options', () => {
  expect(() => readOptions(['--peple', '3'])).toThrow(
    expect.objectContaining({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' }),
  )
})
