import { expect, it } from 'vitest'
import { createHaltNotice } from './halt-notice.ts'

function notice() {
  const said: string[] = []
  return {
    said,
    halt: createHaltNotice({ fatal: (_fields: unknown, text = '') => void said.push(text) }),
  }
}

it('is said once, whoever notices how often, and again for the next halt', () => {
  const { said, halt } = notice()
  halt.refused('Unauthorized')
  halt.refused('Unauthorized')
  halt.found({ kind: 'halted', reason: 'Unauthorized' })
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('BOT_TOKEN')
  halt.over()
  halt.found({ kind: 'halted', reason: 'Unauthorized' })
  expect(said).toHaveLength(2)
})

it('tells a process that has an older token to stop', () => {
  const { said, halt } = notice()
  halt.found({ kind: 'outdated' })
  expect(said.join()).toContain('another token')
})
