import { expect, it } from 'vitest'
import { createHaltNotice } from './halt-notice.ts'

function notice() {
  const said: string[] = []
  const fields: unknown[] = []
  return {
    said,
    fields,
    halt: createHaltNotice({
      fatal: (of: unknown, text = '') => {
        fields.push(of)
        said.push(text)
      },
    }),
  }
}

it('is said once, whoever notices how often, and again for the next halt', () => {
  const { said, fields, halt } = notice()
  halt.refused('Unauthorized')
  halt.refused('Unauthorized')
  halt.found({ kind: 'halted', reason: 'Unauthorized' })
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('BOT_TOKEN')
  expect(fields).toEqual([{ reason: 'Unauthorized' }])
  halt.over()
  halt.found({ kind: 'halted', reason: 'Unauthorized: logged out' })
  expect(said).toHaveLength(2)
  expect(said[1]).toContain('BOT_TOKEN')
  expect(fields[1]).toEqual({ reason: 'Unauthorized: logged out' })
})

it('tells a process that has an older token to stop', () => {
  const { said, halt } = notice()
  halt.found({ kind: 'outdated' })
  expect(said.join()).toContain('another token')
})
