import { expect, it } from 'vitest'
import type { Lock, Manifest } from './lock.ts'
import { problemsOfLock } from './problems-of-lock.ts'

const hashed = { version: '1.0.0', integrity: 'sha512-x' }

function problems(manifest: Manifest, lock: Lock): readonly string[] {
  const { dependencies = {}, devDependencies = {} } = manifest
  return problemsOfLock(manifest, { '': { dependencies, devDependencies }, ...lock })
}

it('has nothing to say of what is pinned, hashed and without a script', () => {
  const manifest = {
    dependencies: { a: '1.0.0' },
    devDependencies: { b: '1.0.0-beta.17' },
    overrides: { c: '1.0.0' },
    allowScripts: { b: true, c: false },
  }
  const registry = { resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' }
  expect(
    problems(manifest, {
      'node_modules/a': { ...hashed, ...registry },
      'node_modules/b': { ...hashed, version: '1.0.0-beta.17', dev: true, hasInstallScript: true },
      'node_modules/a/node_modules/c': { ...hashed, hasInstallScript: true },
      'node_modules/@open-spaced-repetition/binding-x': { version: '1.0.0', optional: true },
    }),
  ).toEqual([])
})

it.each(['^1.0.0', '~1.0.0', '*', '1.x', '>=1.0.0', 'latest', 'file:../a', 'github:a/a', '1.0'])(
  'an exact version is not %s',
  (version) => {
    const [said] = problems({ dependencies: { a: version } }, {})
    expect(said).toContain(`pinned: a is "${version}"`)
  },
)

it.each([
  [{ dependencies: { a: '1.0.0' } }, { 'node_modules/a': { ...hashed, version: '1.0.1' } }],
  [{ dependencies: { a: '1.0.0' } }, {}],
  [{}, { '': { dependencies: { a: '1.0.0' } }, 'node_modules/a': hashed }],
])('the two files disagree: %j %j', (manifest, lock) => {
  expect(problemsOfLock(manifest, { '': manifest, ...lock })).toEqual([
    expect.stringContaining('agrees: a is'),
  ])
})

it.each([
  ['registry', { ...hashed, resolved: 'https://elsewhere.example/a.tgz' }],
  ['registry', { ...hashed, link: true }],
  ['hash', { version: '1.0.0' }],
  ['hash', { version: '1.0.0', integrity: 'sha1-x' }],
  ['scripts', { ...hashed, hasInstallScript: true }],
])('of a package: %s', (rule, locked) => {
  expect(problems({}, { 'node_modules/a': locked })).toEqual([expect.stringMatching(`^${rule}: `)])
})

it('a package without a hash is known only while it is optional', () => {
  const place = 'node_modules/@open-spaced-repetition/binding-x'
  expect(problems({}, { [place]: { version: '1.0.0' } })).toEqual([`hash: ${place} has none`])
})

it('a script that is allowed belongs to a development tool, and is there', () => {
  const lock = { 'node_modules/a': { ...hashed, hasInstallScript: true } }
  expect(problems({ allowScripts: { a: true, b: true } }, lock)).toEqual([
    'scripts: b is in allowScripts and has no install script',
    'scripts: node_modules/a may run one where only the bot is installed',
  ])
})
