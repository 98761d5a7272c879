import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../platform/config.ts'
import { findNear, isGuessable, soundPart } from './judge-configuration.ts'

describe('a name that nobody reads', () => {
  it.each([
    ['BOT_TOKN', 'BOT_TOKEN'],
    ['BOTTOKEN', 'BOT_TOKEN'],
    ['bot_token', 'BOT_TOKEN'],
    ['BOT_TOEKN', 'BOT_TOKEN'],
    ['TELEGRAM_BOT_TOKEN', 'BOT_TOKEN'],
    ['TOKEN', 'BOT_TOKEN'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['POSTGRES_URL', 'DATABASE_URL'],
    ['REDIS_URI', 'REDIS_URL'],
    ['ORG_TIMEZON', 'ORG_TIMEZONE'],
    ['WEBHOOK_SECRETS', 'WEBHOOK_SECRET'],
  ])('%s is near %s', (given, meant) => {
    expect(findNear({ [given]: 'x' })).toEqual([{ given, meant }])
  })

  it.each([
    'PATH',
    'HOME',
    'HOSTNAME',
    'SSH_PORT',
    'LANG',
    'PWD',
    'POST',
    'https_proxy',
    'HTTP_PROXY',
    'NODE_ENV',
  ])('%s belongs to others', (given) => {
    expect(findNear({ [given]: 'x' })).toEqual([])
  })

  it('is none where the variable is set, or where it is empty itself', () => {
    expect(findNear({ TELEGRAM_BOT_TOKEN: 'x', BOT_TOKEN: '1:a' })).toEqual([])
    expect(findNear({ BOT_TOKN: ' ' })).toEqual([])
  })
})

it.each([
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', true],
  ['abcabcabcabcabcabcabcabcabcabcab', true],
  ['Kd8_aZ3Kd8_aZ3Kd8_aZ3Kd8_aZ3Kd8_', true],
  ['MyRahasia-2026-Maros-Telegram-Bot', true],
  ['9f2c4e7ab81d03f65c9e24d7b1a8f360', false],
  ['pZ0x7lJ4Wq9uVbT2sYkH8mNcRfGdEaQi', false],
])('%s: guessable is %s', (secret, guessable) => {
  expect(isGuessable(secret)).toBe(guessable)
})

it.each([
  [{ PUBLIC_URL: 'ftp://x', WEBHOOK_SECRET: 'abc', PORT: '9' }, ['PUBLIC_URL']],
  [{ DATABASE_URL: 'mysql://x', DATABASE_OWNER_URL: 'postgres://a:b@c/d' }, ['DATABASE_URL']],
  [{ BOT_TOKEN: 'x', ORG_TIMEZONE: 'Mars/Olympus' }, ['BOT_TOKEN', 'ORG_TIMEZONE']],
])('what cannot be read is left out, with what means nothing without it: %j', (env, names) => {
  const { sound, broken } = soundPart(env)
  expect([...broken]).toEqual(names)
  expect(() => parseConfig(sound)).not.toThrow()
})
