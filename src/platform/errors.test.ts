import { expect, test } from 'vitest'
import { messageOf } from './errors.ts'

test('the innermost cause speaks, through the layers of the database and of grammY', () => {
  const server = new Error('deadlock detected')
  const query = new Error('Failed query: select …\nparams: secret', { cause: server })
  expect(messageOf(query)).toBe('deadlock detected')
  // As grammY's BotError does.
  const outer = Object.assign(new Error('Error in middleware'), { error: query })
  expect(messageOf(outer)).toBe('deadlock detected')
})

test('whatever else was thrown is said as it is', () => {
  expect(messageOf('plain')).toBe('plain')
  expect(messageOf(new Error('outer', { cause: 'a word' }))).toBe('outer')
})
