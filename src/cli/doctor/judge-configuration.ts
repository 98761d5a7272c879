import { findMistakes, variableNames } from '../../platform/config.ts'
import { found, type Finding } from './reasons.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Secrets that are made by whoever sets up, and could be made badly. */
const OWN_SECRETS = ['WEBHOOK_SECRET', 'DATA_SECRET', 'METRICS_TOKEN'] as const

/** Characters; with letters, digits and two signs, 16 are 96 bits where they are random. */
const SHORTEST = 16

/** Each variable that is missing, malformed or misspelt, and each secret that can be guessed. */
export function judgeConfiguration(env: Environment): readonly Finding[] {
  // Of the proxy an examination of its own says more.
  const unread = findMistakes(env).filter(({ name }) => name !== 'HTTPS_PROXY')
  const mistakes = unread.map(({ name, given, expected, isSecret }) => {
    if (given === undefined) return found('configuration/unset', { name, expected })
    return isSecret
      ? found('configuration/malformedSecret', { name, expected })
      : found('configuration/malformed', { name, given, expected })
  })
  const missing = isSet(env, 'BOT_TOKEN') ? [] : [found('configuration/tokenMissing')]
  const near = findNear(env).map(({ given, meant }) =>
    found('configuration/near', { given, name: meant }),
  )
  const all = [...missing, ...mistakes, ...near]
  const count = variableNames.filter((name) => isSet(env, name)).length
  return [
    ...(all.length > 0 ? all : [found('configuration/fine', { count })]),
    ...judgeSecrets(env),
  ]
}

function judgeSecrets(env: Environment): readonly Finding[] {
  const weak = OWN_SECRETS.flatMap((name) => {
    const value = env[name]?.trim() ?? ''
    if (value === '') return []
    if (value.length < SHORTEST) return [found('secrets/short', { name, least: SHORTEST })]
    return isGuessable(value) ? [found('secrets/guessable', { name })] : []
  })
  return weak.length > 0 ? weak : [found('secrets/fine')]
}

/** Whether few characters come again and again, or a word stands in it that everybody tries first. */
export function isGuessable(secret: string): boolean {
  if (new Set(secret).size < 8) return true
  // A piece that is repeated to the end.
  if (/^(.{1,16}?)\1+.{0,15}$/.test(secret)) return true
  return /password|rahasia|secret|changeme|sedikit|qwerty|0123456789|1234567890|abcdefgh/i.test(
    secret,
  )
}

interface Near {
  readonly given: string
  readonly meant: string
}

/** Names that nobody reads and that look like one that is read and not set. */
export function findNear(env: Environment): readonly Near[] {
  const unset = variableNames.filter((name) => !isSet(env, name))
  return (
    Object.keys(env)
      .filter((given) => !variableNames.includes(given) && isSet(env, given))
      // In small letters they are as good, and HTTP_PROXY belongs to others.
      .filter((given) => !/_proxy$/i.test(given))
      .flatMap((given) => {
        const meant = unset.find((name) => isNearName(given, name))
        return meant === undefined ? [] : [{ given, meant }]
      })
  )
}

/** Other names under which programs like this one are told the same. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  BOT_TOKEN: ['TOKEN', 'TELEGRAM_TOKEN', 'TG_TOKEN', 'API_TOKEN', 'BOT_KEY'],
  DATABASE_URL: ['DB_URL', 'POSTGRES_URL', 'POSTGRESQL_URL', 'PG_URL'],
  REDIS_URL: ['REDIS_URI', 'VALKEY_URL'],
  PUBLIC_URL: ['BASE_URL', 'WEBHOOK_URL', 'APP_URL'],
  TELEGRAM_API_ROOT: ['TELEGRAM_API_URL', 'API_ROOT', 'BOT_API_ROOT'],
  ORG_TIMEZONE: ['TIMEZONE', 'TIME_ZONE'],
  ORG_LOCALE: ['LOCALE'],
  ADMIN_IDS: ['ADMINS', 'ADMIN_ID'],
}

function isNearName(given: string, name: string): boolean {
  const plain = given.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const wanted = name.replaceAll('_', '')
  if (plain === wanted) return true
  if (ALIASES[name]?.includes(given.toUpperCase()) === true) return true
  // SEDIKIT_BOT_TOKEN: of names of one word (PORT, HOST) there are too many of other programs.
  if (name.includes('_') && given.toUpperCase().endsWith(`_${name}`)) return true
  // PATH is two slips from PORT: short names must not differ.
  return wanted.length >= 7 && distance(plain, wanted) <= 2
}

/** How many letters must be put in, taken out or changed; two that changed places count once. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = cell(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? cell(rows, i - 2, j - 2) + 1
          : Infinity
      row[j] = Math.min(cell(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, changed, swapped)
    }
    rows.push(row)
  }
  return cell(rows, a.length, b.length)
}

function cell(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? Infinity
}

function isSet(env: Environment, name: string): boolean {
  return (env[name]?.trim() ?? '') !== ''
}

/**
 * The environment without what cannot be read, so that the rest is examined all the same; and the
 * names that were left out.
 */
export function soundPart(env: Environment): { sound: Environment; broken: ReadonlySet<string> } {
  const broken = new Set(findMistakes(env).map(({ name }) => name))
  const left = new Set(broken)
  // What means nothing without the other goes with it.
  if (left.has('PUBLIC_URL')) left.add('WEBHOOK_SECRET')
  if (left.has('DATABASE_URL')) left.add('DATABASE_OWNER_URL')
  const sound = Object.fromEntries(Object.entries(env).filter(([name]) => !left.has(name)))
  return { sound, broken }
}
