import { describe, expect, it } from 'vitest'
import { UserError } from '../platform/errors.ts'
import { readRoles } from './read-roles.ts'

describe('readRoles', () => {
  it.each([
    [undefined, ['bot', 'worker', 'web']],
    [['bot'], ['bot']],
    [
      ['web', 'bot'],
      ['bot', 'web'],
    ],
    [['web, worker'], ['worker', 'web']],
    [['bot', 'bot,bot'], ['bot']],
  ])('%j means %j', (given, meant) => {
    expect(readRoles(given)).toEqual(meant)
  })

  it.each([[['boot']], [['bot,']], [['']], [['bot', 'Web']]])('refuses %j', (given) => {
    expect(() => readRoles(given)).toThrow(UserError)
  })
})
