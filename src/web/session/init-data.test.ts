import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkInitData } from './init-data.ts'

const TOKEN = '123456:demo'
const NOW = new Date('2026-11-23T01:30:00Z')
const SECONDS = NOW.getTime() / 1000

/** As Telegram signs it, written a second time from its documentation. */
function signed(fields: Readonly<Record<string, string>>, token = TOKEN): string {
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  const text = Object.keys(fields)
    .toSorted()
    .map((name) => `${name}=${fields[name] ?? ''}`)
    .join('\n')
  const hash = createHmac('sha256', secret).update(text).digest('hex')
  return new URLSearchParams({ ...fields, hash }).toString()
}

const fields = (more: Readonly<Record<string, string>> = {}) => ({
  query_id: 'AAHdF6IQAAAAAN0XohDhrOrc',
  user: JSON.stringify({ id: 279058397, first_name: 'Siti & Budi', language_code: 'id' }),
  auth_date: String(SECONDS - 60),
  signature: 'c29tZXRoaW5n',
  ...more,
})

const check = (raw: string) => checkInitData(raw, { token: TOKEN, now: NOW })

describe('the data of a Mini App', () => {
  it('holds as Telegram signed it', () => {
    expect(check(signed(fields()))).toEqual({
      kind: 'valid',
      telegramId: 279058397,
      signedAt: new Date((SECONDS - 60) * 1000),
    })
  })

  /**
   * The values of the example that the documentation of a widespread checker gives
   * (@telegram-apps/init-data-node), with the token it was signed with.
   */
  it('holds for an example that somebody else has signed', () => {
    const token = '5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8'
    const raw =
      'query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2'
    const now = new Date(1_662_771_700_000)
    expect(checkInitData(raw, { token, now })).toMatchObject({
      kind: 'valid',
      telegramId: 279058397,
    })
  })

  it('is forged for another bot', () => {
    expect(check(signed(fields(), '123457:other'))).toEqual({ kind: 'forged' })
  })

  it('is forged when any part of it is changed, left out or added', () => {
    const whole = new URLSearchParams(signed(fields()))
    for (const name of ['query_id', 'user', 'auth_date', 'signature']) {
      const changed = new URLSearchParams(whole)
      changed.set(name, `${changed.get(name) ?? ''}1`)
      expect([name, check(changed.toString()).kind]).toEqual([name, 'forged'])
      changed.delete(name)
      expect([name, check(changed.toString()).kind]).toEqual([name, 'forged'])
    }
    expect(check(`${whole.toString()}&is_admin=1`).kind).toBe('forged')
  })

  it.each([
    [3600, 'valid'],
    [3601, 'aged'],
    [24 * 3600, 'aged'],
    [-60, 'valid'],
    [-61, 'aged'],
  ])('of %d seconds ago is %s', (seconds, kind) => {
    expect(check(signed(fields({ auth_date: String(SECONDS - seconds) }))).kind).toBe(kind)
  })

  it('takes another age where it is told so', () => {
    const raw = signed(fields({ auth_date: String(SECONDS - 10) }))
    expect(checkInitData(raw, { token: TOKEN, now: NOW, maxAgeMs: 9000 }).kind).toBe('aged')
  })

  it.each([
    '',
    'hash=',
    'no data at all',
    `hash=${'g'.repeat(64)}`,
    `hash=${'A'.repeat(64)}`,
    `${signed(fields())}&user=%7B%22id%22%3A1%7D`,
    `${signed(fields())}&hash=${'0'.repeat(64)}`,
    `a=${'x'.repeat(9000)}`,
  ])('is malformed: %j', (raw) => {
    expect(check(raw)).toEqual({ kind: 'malformed' })
  })

  it.each([
    { user: '' },
    { user: 'null' },
    { user: '{"id":"7"}' },
    { user: '{"id":-7}' },
    { user: '{"id":1.5}' },
    { user: '{"id":1e300}' },
    { user: '[]' },
    { user: '{' },
    { auth_date: '' },
    { auth_date: '-1' },
    { auth_date: '1e9' },
    { auth_date: '9'.repeat(40) },
  ])('is malformed though signed: %j', (more) => {
    expect(check(signed(fields(more)))).toEqual({ kind: 'malformed' })
  })

  it('never throws, and never holds without the token', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (raw, hash) => {
        expect(check(raw).kind).not.toBe('valid')
        expect(check(`${raw}&auth_date=${SECONDS}&hash=${hash}`).kind).not.toBe('valid')
      }),
    )
  })
})
