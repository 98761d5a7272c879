/**
 * Every command that a document names. What can be run here is run; what takes long, or needs what is
 * not here, is proven another way, and the way is said. A command that nothing proves fails.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { readOptions } from '../../src/cli/demo/read-options.ts'
import { commandNames } from '../../src/cli/index.ts'
import { readRoles } from '../../src/cli/read-roles.ts'
import { checks } from '../../tools/checks/index.ts'
import { rulesIn } from '../../tools/mutation/rules.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { commandsOf, readDocuments, ROOT, wordsOf, type Command } from '../support/documents.ts'
import { callInProcess } from '../support/journey-process.ts'

/** What needs the outside, or would change this machine: each with the file that does the same. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  // The same line, or the same steps, in CI and in the image.
  [/^npm (ci|cit)$/, '.ci/run'],
  [/^npm ci --omit=dev$/, 'Dockerfile'],
  // A registry that answers it is not everywhere; what it said is written beside the command.
  [/^npm audit( --omit=dev)?$/, 'docs/threat-model.md'],
  [/^du -sm node_modules$/, 'docs/figures.md'],
  // The signal, however it is sent.
  [/^kill -HUP/, 'test/integration/lessons-signal.test.ts'],
  [/^(docker|systemctl) kill --signal HUP /, 'test/integration/lessons-signal.test.ts'],
  [/^docker compose kill -s HUP /, 'test/integration/lessons-signal.test.ts'],
  [/^kill -9$/, 'test/chaos/kill-mid-morning.test.ts'],
  // An engine's and systemd's: the parts, volumes, users and paths that these lines name.
  [/^docker (compose (up|build|logs|ps|rm)|volume rm sedikit_)/, 'tools/deploy/compose.test.ts'],
  [/^docker (stats|system df|image prune)$/, 'docs/operations.md'],
  [
    /^(systemctl|journalctl|useradd|install|ln) |^cp deploy\/systemd\//,
    'tools/deploy/systemd.test.ts',
  ],
  [/^(export|sudo) .*PASSWORD/, 'test/integration/postgres-roles.test.ts'],
  [/^(set|npm prune) |^\. |^set -a; /, 'tools/deploy/systemd.test.ts'],
  [/^(git (clone|pull)|cd|cp \.env\.example|chmod|grep|timedatectl)\b/, 'docs/operations.md'],
]

/** Operators' commands that are run as they stand, on a small organisation; others have tests of their own. */
const RUN = new Set([
  'migrate',
  'unit list',
  'role list',
  'settings',
  'certificate list',
  'certificate bulk',
  'certificate revoke',
  'certificate restore',
  'certificate jp',
  'reviews tune',
  'stats rebuild',
  'queue show',
  'calendar list',
  'calendar set',
  'calendar set-unit',
  'calendar ramadan',
  'lessons check',
  'lessons preview',
  'lessons export',
])

/** Lines that rightly refuse on an organisation in which nobody has learnt yet, and what they say. */
const refusing: readonly (readonly [RegExp, RegExp])[] = [
  [/^certificate (revoke|restore) 0001\//, /no certificate|There is no/i],
  [/^certificate bulk /, /finished|nobody|no one/i],
  [/^reviews tune/, /reviews/],
  // A folder of one's own, and a lesson that stands in the guide alone.
  [/^lessons check naskah/, /naskah/],
  [/^lessons preview pelayanan-satu-singkatan-dua-arti/, /No lesson has the id/],
]

let database: ClonedDatabase
let env: Record<string, string>
let scratch: string

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'sedikit-documents-'))
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  env = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PUBLIC_URL: 'https://sedikit.example.go.id',
  }
  await callInProcess(['unit', 'add', 'Pemerintah Kabupaten Contoh'], env)
  await callInProcess(['unit', 'add', 'Dinas Pendidikan'], env)
  await callInProcess(['unit', 'add', 'SDN 1 Contoh', '--parent', 'Dinas Pendidikan'], env)
})
afterAll(async () => {
  await database.drop()
  await rm(scratch, { recursive: true, force: true })
})

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts

/** Something that the reader puts in: `<file>`, `[name ...]`, `…`. */
const isBlank = (line: string): boolean => /[<[…]|\bN\b/.test(line)

/** @returns why the command is not proven; undefined when it is */
async function whyNot(line: string): Promise<string | undefined> {
  const proof = elsewhere.find(([pattern]) => pattern.test(line))?.[1]
  if (proof !== undefined) return existsSync(join(ROOT, proof)) ? undefined : `no ${proof}`
  const [program = '', ...words] = wordsOf(line.replace(/^(?:[A-Z_]+=\S+ )+/, ''))
  if (program === 'npm') return whyNotNpm(words, line)
  if (program === 'docker' && words.slice(0, 4).join(' ') === 'compose run --rm cli') {
    return words[4] === 'help' ? undefined : whyNotCommand(words.slice(4), line)
  }
  if (program === 'node' && words[0] === 'bin/sedikit.mjs') {
    return whyNotCommand(words.slice(1), line)
  }
  if (program === 'node') return whyNotScript(words)
  if (program === 'vitest') return whyNotTests(words)
  if (program === 'npx') return whyNot(words.join(' '))
  return 'no rule knows it: add one to this test, or say in `elsewhere` what proves it'
}

async function whyNotNpm(words: readonly string[], line: string): Promise<string | undefined> {
  const [verb = '', ...rest] = words.filter((word) => word !== '--silent')
  const [name = '', ...more] = verb === 'run' ? rest : [verb, ...rest]
  if (scripts[name] === undefined) return `package.json has no script ${name}`
  const args = more[0] === '--' ? more.slice(1) : more.filter((word) => word !== '--')
  switch (name) {
    case 'sedikit':
      return whyNotCommand(args, line)
    case 'demo':
      // Throws for what it does not take.
      return isBlank(line) ? undefined : void readOptions(args)
    case 'start':
      readRoles(args.filter((word) => !word.startsWith('--')))
      return args.every((word) => !word.startsWith('--') || /^--(only|watch)$/.test(word))
        ? undefined
        : 'start takes no such flag'
    case 'chaos':
      return whyNotScript(['test/chaos/run.ts', ...args]) ?? whyNotAll(args, 'test/chaos/*.test.ts')
    case 'fuzz':
      return whyNotScript(['test/fuzz/run.ts', ...args])
    case 'bench':
      return whyNotScript(['bench/run.ts', ...args]) ?? whyNotAll(args, 'bench/*.ts')
    case 'mutation':
      return whyNotRules(args)
    case 'db:generate':
      return args.every((word) => word === '--name' || !word.startsWith('--')) ? undefined : 'flag'
    default:
      return args.length === 0 ? undefined : `nothing says what ${name} takes`
  }
}

/** Parts of paths, by which rules are chosen. */
function whyNotRules(args: readonly string[]): string | undefined {
  const rules = rulesIn(ROOT)
  const unknown = args.find((name) => !rules.some(({ file }) => file.includes(name)))
  return unknown === undefined ? undefined : `no rule is called ${unknown}`
}

/** A script of ours: it is there, and each flag stands among the options that it parses. */
function whyNotScript([path = '', ...args]: readonly string[]): string | undefined {
  if (!/^(bench|tools|test\/(?:chaos|fuzz))\/[\w/-]+\.ts$/.test(path))
    return `${path} is no script of ours`
  if (!existsSync(join(ROOT, path))) return `${path} is missing`
  if (path === 'tools/check.ts') {
    const known = checks.map(({ name }) => name)
    return args.every((name) => known.includes(name)) ? undefined : 'no such check'
  }
  const options = /options: \{([\s\S]*?)\n {2,4}\}/.exec(read(path))?.[1] ?? ''
  const unknown = flagsIn(args).find((flag) => !new RegExp(`\\b'?${flag}'?: `).test(options))
  return unknown === undefined ? undefined : `${path} takes no --${unknown}`
}

const flagsIn = (args: readonly string[]): string[] =>
  args.flatMap((word) => /^\[?--([\w-]+)/.exec(word)?.[1] ?? [])

/** Names that are chosen from files: `npm run bench send`, `npm run chaos -- sweeps`. */
function whyNotAll(args: readonly string[], pattern: string): string | undefined {
  const files = globSync(pattern, { cwd: ROOT }).join(' ')
  const values = /^(redis|postgres|\d+|name|\.\.\.\]|N)$/
  const names = args.map((word) => word.replace(/^\[/, '')).filter((word) => /^\w/.test(word))
  const unknown = names.find((name) => !values.test(name) && !files.includes(`/${name}.`))
  return unknown === undefined ? undefined : `there is no ${unknown} in ${pattern}`
}

function whyNotTests(words: readonly string[]): string | undefined {
  const project = words[words.indexOf('--project') + 1] ?? ''
  if (!read('vitest.config.ts').includes(`name: '${project}'`)) return `no project ${project}`
  const paths = words.filter((word) => word.includes('/') || /^[a-z-]+\.test\.ts$/.test(word))
  const missing = paths.find((path) => !existsSync(join(ROOT, path)))
  return missing === undefined ? undefined : `${missing} is missing`
}

const testsText = globSync('test/**/*.ts', { cwd: ROOT }).map(read).join('\n')

/** One of the operator's commands: it answers `--help`, knows its flags, and is run, here or in a test. */
async function whyNotCommand(args: readonly string[], line: string): Promise<string | undefined> {
  if (args.length === 0 || args[0] === '…' || args[0] === '<command>') return undefined
  const name = commandNames
    .filter((one) => `${args.join(' ')} `.startsWith(`${one} `))
    .toSorted((a, b) => b.length - a.length)[0]
  if (name === undefined) return 'there is no such command'
  const help = await callInProcess([...name.split(' '), '--help'])
  if (help.code !== 0) return `--help ended with ${help.code}`
  const unknown = flagsIn(args).find((flag) => !help.stdout.includes(`--${flag}`))
  if (unknown !== undefined) return `its help knows no --${unknown}`
  if (!RUN.has(name) || isBlank(line)) {
    const called = new RegExp(`['"\`]${name.replace(' ', "('?,? *'?)")}['"\`, ]`)
    return called.test(testsText) ? undefined : 'no test calls it'
  }
  // What is written is written where it goes away with this test.
  const own = args.map((word, i) =>
    /^--(out|png)$/.test(args[i - 1] ?? '') ? join(scratch, word.replace(/^\/tmp\//, '')) : word,
  )
  const { code, stdout, stderr } = await callInProcess(own, env)
  const refusal = refusing.find(([pattern]) => pattern.test(args.join(' ')))?.[1]
  if (code === 0) return undefined
  if (code === 1 && refusal?.test(stdout + stderr) === true) return undefined
  return `ended with ${code}: ${stdout}${stderr}`
}

it('every command of every document is run, or proven where it can be run', async () => {
  const commands: Command[] = (await readDocuments()).flatMap(commandsOf)
  const unproven: string[] = []
  const known = new Map<string, string | undefined>()
  for (const { place, line } of commands) {
    if (!known.has(line)) known.set(line, await whyNot(line).catch(String))
    const why = known.get(line)
    if (why !== undefined) unproven.push(`${place}: ${line}\n    ${why}`)
  }
  expect(unproven).toEqual([])
  expect(commands.length).toBeGreaterThan(80)
})

it('what proves the others is said of commands that are there', async () => {
  const lines = (await readDocuments()).flatMap(commandsOf).map(({ line }) => line)
  expect(elsewhere.filter(([pattern]) => !lines.some((line) => pattern.test(line)))).toEqual([])
})

it('a line that nothing proves is found', async () => {
  expect(await whyNot('npm run nothing')).toContain('no script')
  expect(await whyNot('npm run sedikit -- unit list --nope')).toContain('--nope')
  expect(await whyNot('npm run sedikit -- unit forget')).toContain('no such command')
  expect(await whyNot('node bench/send.ts --nope')).toContain('--nope')
  expect(await whyNot('node bench/nothing.ts')).toContain('missing')
  expect(await whyNot('npm run chaos -- nothing')).toContain('no nothing')
  expect(await whyNot('npm run mutation -- nothing')).toContain('no rule')
  expect(await whyNot('npx vitest run --project unit src/nothing')).toContain('missing')
  expect(await whyNot('curl https://example.org')).toContain('no rule')
})
