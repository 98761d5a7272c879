import fc from 'fast-check'
import { withRoles, type Cast } from './cast.ts'
import { HOSTILE } from './texts.ts'
import type { Fields } from './updates.ts'

/** As JSON it has a field of that name, which a careless copy takes for the prototype. */
const POISONED: readonly unknown[] = [
  JSON.parse('{"__proto__":{"is_admin":true,"admin":true}}'),
  { constructor: { prototype: { admin: true } } },
]

const DEEP: unknown = JSON.parse(`${'[{"a":'.repeat(40)}1${'}]'.repeat(40)}`)

const JUNK: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  0.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  '9105',
  [],
  {},
  [null],
  [[[]]],
  { id: 9105 },
  { id: 'x', type: 7 },
  'x'.repeat(5000),
  Array.from({ length: 3000 }, (_, n) => n),
  DEEP,
  ...POISONED,
  ...HOSTILE,
]

type Spoil =
  | { readonly how: 'drop' | 'add' | 'replace'; readonly at: number; readonly junk: unknown }
  | { readonly whose: 'sender' | 'chat'; readonly id: number }
  | { readonly other: Fields }

/**
 * Updates with something missing, too much or of the wrong kind, in somebody else's name, or two in
 * one. Nobody takes the name of one who may do more in chat and sender both: only Telegram could.
 */
export function spoilt(whole: fc.Arbitrary<Fields>, cast: Cast): fc.Arbitrary<Fields> {
  const junk = fc.constantFrom(...JUNK)
  const how = fc.constantFrom('drop' as const, 'add' as const, 'replace' as const)
  const spoil: fc.Arbitrary<Spoil> = fc.oneof(
    { weight: 2, arbitrary: fc.record({ how, at: fc.nat(999), junk }) },
    fc.record({ whose: fc.constant('sender' as const), id: fc.constantFrom(...cast.senders) }),
    fc.record({ whose: fc.constant('chat' as const), id: fc.constantFrom(...withRoles, 1, -7) }),
    fc.record({ other: whole }),
  )
  return fc
    .tuple(whole, fc.array(spoil, { minLength: 1, maxLength: 3 }))
    .map(([update, spoils]) => {
      const copy = structuredClone(update)
      for (const one of spoils) apply(copy, one)
      return copy
    })
}

function apply(update: Fields, spoil: Spoil): void {
  if ('other' in spoil) {
    Object.assign(update, structuredClone(spoil.other))
    return
  }
  if ('id' in spoil) {
    const named = spoil.whose === 'sender' ? ['from', 'user'] : ['chat']
    for (const { holder, key } of places(update)) {
      const inner = holder[key]
      if (named.includes(key) && isFields(inner)) inner['id'] = spoil.id
    }
    return
  }
  const all = places(update)
  const chosen = all[spoil.at % Math.max(1, all.length)]
  if (chosen === undefined) return
  const { holder, key } = chosen
  if (spoil.how === 'drop') delete holder[key]
  else if (spoil.how === 'replace') holder[key] = structuredClone(spoil.junk)
  else holder[`${key}_x`] = structuredClone(spoil.junk)
}

/** Every field of an update, at whatever depth. */
function places(value: unknown, depth = 0): { holder: Fields; key: string }[] {
  if (!isFields(value) || depth > 6) return []
  return Object.keys(value).flatMap((key) => [
    { holder: value, key },
    ...places(value[key], depth + 1),
  ])
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
