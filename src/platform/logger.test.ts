import { expect, it } from 'vitest'
import { pause } from './elapsed.ts'
import { loggedAs } from './log-context.ts'
import { createLogger } from './logger.ts'

function logging(): {
  log: ReturnType<typeof createLogger>
  lines: () => unknown[]
  raw: string[]
} {
  const raw: string[] = []
  const log = createLogger('debug', { write: (line) => raw.push(line) })
  return { log, raw, lines: () => raw.map((line) => JSON.parse(line) as unknown) }
}

it('says on whose behalf each line is written, across what is awaited and left running', async () => {
  const { log, lines } = logging()
  let later = Promise.resolve()
  await Promise.all([
    loggedAs({ updateId: 7 }, async () => {
      await pause(1)
      log.info('seven')
      later = pause(1).then(() => {
        log.info('seven, afterwards')
      })
    }),
    loggedAs({ job: 'send', jobId: '9' }, async () => {
      await pause(1)
      loggedAs({ updateIds: [1, 2] }, () => {
        log.info('within')
      })
      log.info({ job: 'named by the line' }, 'nine')
    }),
  ])
  await later
  log.info('nobody')
  expect(lines()).toEqual([
    expect.objectContaining({ msg: 'seven', updateId: 7 }),
    expect.objectContaining({ msg: 'within', updateIds: [1, 2] }),
    expect.objectContaining({ msg: 'nine', job: 'named by the line', jobId: '9' }),
    expect.objectContaining({ msg: 'seven, afterwards', updateId: 7 }),
    expect.not.objectContaining({ updateId: 7 }),
  ])
  expect(Object.keys(lines().at(-1) ?? {})).toEqual(['level', 'time', 'msg'])
})

it('writes each key once, whatever a line says itself', () => {
  const { log, raw } = logging()
  loggedAs({ updateId: 7 }, () => {
    log.warn({ updateId: 8 }, 'of another')
  })
  expect(raw[0]?.match(/updateId/g)).toHaveLength(1)
  expect(raw[0]).toContain('"updateId":8')
})

it('takes out tokens, passwords, and numbers as long as a NIK or a NIP, and nothing else', () => {
  const { log, raw } = logging()
  log.error(
    { error: 'value "198503122010012001" and 7309015203850001, at postgres://u:word@h/d', id: 12 },
    'https://api.telegram.org/bot123456:ABC-def_ghi/getMe',
  )
  expect(raw[0]).not.toMatch(/198503|730901|word@|ABC-def/)
  expect(raw[0]).toContain('value \\"[number]\\" and [number]')
  log.info({ ms: 1234.5678901234567, at: 1_796_013_302_163, row: 123_456_789_012 }, 'numbers')
  expect(raw[1]).toContain('1234.5678901234567')
  expect(raw[1]).toContain('1796013302163')
  expect(raw[1]).toContain('123456789012')
})

it('tells of an error what the innermost cause says, and no parameters', () => {
  const { log, raw } = logging()
  const cause = new Error('duplicate key')
  const wrapped = new Error('Failed query: insert … params: Siti', { cause })
  log.error({ err: wrapped }, 'broken')
  expect(raw[0]).toContain('duplicate key')
  expect(raw[0]).not.toContain('Siti')
})
