import fc from 'fast-check'
import { callbacks } from '../../../src/bot/callback.ts'
import { commandNames, type Cast } from './cast.ts'

/** What has done harm elsewhere: in SQL, HTML, spreadsheets, terminals, paths, templates and JSON. */
export const HOSTILE: readonly string[] = [
  `'; drop table people; --`,
  `' or '1'='1`,
  '<script>alert(1)</script>',
  '<b>tak ditutup',
  '</b></i>&lt;',
  '=HYPERLINK("http://x","y")',
  '+62 @SUM(1+1)*cmd|’ /C calc’!A0',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '\u001B[31mmerah\u001B[0m\u001B]0;judul\u0007',
  'baris\r\n{"level":60,"msg":"palsu"}',
  '\0nol\0',
  '\uD800setengah',
  '\u202Eterbalik\u202C\u200B\uFEFF',
  '{{7*7}} ${7*7} %s %n',
  '__proto__',
  'constructor.prototype',
  '123456:demo',
  `${'('.repeat(200)}a+${')'.repeat(200)}`,
  '٠١٢٣ ０９：３０',
  '🧑🏽‍💻'.repeat(40),
  ' '.repeat(300),
]

const numbers = fc.oneof(
  fc.integer({ min: -5, max: 40 }),
  fc.constantFrom(2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER, 1e15, 0),
)

export const loose: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 20 }),
  numbers.map(String),
  fc.constantFrom('09.30', 'besok', '3 hari', 'Dinas Contoh', 'Senin', 'fondasi', 'Siti', 'id'),
)

const plain = fc.constantFrom(
  'berhenti',
  'batal',
  'menu',
  'stop',
  'jangan ingatkan saya',
  'ya',
  'terima kasih',
  'Sasaran',
  '198001012005011001',
  '0812 3456 7890',
)

/** What people type: commands with and without something behind them, words, codes, and anything. */
export function typed(cast: Cast): fc.Arbitrary<string> {
  const command = fc
    .tuple(fc.constantFrom(...commandNames), fc.constantFrom('', '@sedikit_bot', '@lain'))
    .map(([name, bot]) => `/${name}${bot}`)
  return fc.oneof(
    { weight: 3, arbitrary: command },
    { weight: 3, arbitrary: fc.tuple(command, loose).map((parts) => parts.join(' ')) },
    { weight: 1, arbitrary: fc.constantFrom(...cast.codes).map((code) => `/start ${code}`) },
    { weight: 1, arbitrary: fc.constantFrom(...cast.codes) },
    { weight: 1, arbitrary: fc.string({ minLength: 8, maxLength: 22 }).map((x) => `/start ${x}`) },
    { weight: 2, arbitrary: plain },
    { weight: 4, arbitrary: loose },
    {
      weight: 1,
      arbitrary: fc.nat(4096).map((length) => 'panjang '.repeat(length).slice(0, length)),
    },
  )
}

/** Data of buttons: as there are, cut off, with another's argument, and such as no button had. */
export function pressed(cast: Cast): fc.Arbitrary<string> {
  const button = fc.constantFrom(...cast.buttons)
  const verb = fc.constantFrom(...Object.values(callbacks))
  const arg = fc.constantFrom(...cast.args)
  return fc.oneof(
    { weight: 4, arbitrary: button },
    { weight: 1, arbitrary: fc.tuple(button, fc.nat(64)).map(([data, at]) => data.slice(0, at)) },
    { weight: 3, arbitrary: fc.tuple(verb, arg).map((parts) => parts.join(':')) },
    { weight: 2, arbitrary: fc.tuple(verb, loose).map((parts) => parts.join(':')) },
    { weight: 1, arbitrary: fc.tuple(verb, arg, loose).map(([v, a, x]) => `${v}:${a}.${x}`) },
    { weight: 1, arbitrary: fc.tuple(verb, fc.uuid()).map((parts) => parts.join(':')) },
    { weight: 1, arbitrary: loose },
  )
}
