import { expect, it } from 'vitest'
import { anchorsOf, commandsOf, linksOf, targetOf, unmarkedCommands, wordsOf } from './documents.ts'

const fence = '```'
const of = (...lines: string[]) => ({ path: 'docs/one.md', text: lines.join('\n') })

it('commands are the lines of a shell block, each part of a chain, and spans that begin with a program', () => {
  const document = of(
    'Run `npm ci` and look at `package.json`; `node` alone is none.',
    `${fence}sh`,
    'npm ci && npm run demo   # a comment',
    '# only a comment',
    '$ npm run sedikit -- unit add "Dinas # 1" \\',
    '  --json',
    fence,
    `${fence}yaml`,
    'npm: no command',
    fence,
  )
  expect(commandsOf(document)).toEqual([
    { place: 'docs/one.md:1', line: 'npm ci' },
    { place: 'docs/one.md:3', line: 'npm ci' },
    { place: 'docs/one.md:3', line: 'npm run demo' },
    { place: 'docs/one.md:6', line: 'npm run sedikit -- unit add "Dinas # 1" --json' },
  ])
})

it('a command in a block without a language is found', () => {
  expect(unmarkedCommands(of(fence, 'TOKEN=x npm start', fence))).toEqual(['docs/one.md:2'])
  expect(unmarkedCommands(of(fence, 'year,2027', fence))).toEqual([])
})

it('links are those outside of code, pictures too, and lead from where the document lies', () => {
  const document = of('[a](two.md#b) ![c](../d.webp) `[e](f.md)`', fence, '[g](h.md)', fence)
  expect(linksOf(document).map(({ target }) => target)).toEqual(['two.md#b', '../d.webp'])
  expect(targetOf(document, 'two.md#b')).toEqual({ path: 'docs/two.md', anchor: 'b' })
  expect(targetOf(document, '../d.webp')).toEqual({ path: 'd.webp', anchor: '' })
  expect(targetOf(document, '#b')).toEqual({ path: 'docs/one.md', anchor: 'b' })
})

it('anchors are the headings as GitHub names them, numbered where one comes again', () => {
  const document = of('# One: `a`, [b](c.md)', '## JP', '## JP', fence, '# none', fence)
  expect([...anchorsOf(document)]).toEqual(['one-a-b', 'jp', 'jp-1'])
})

it('words are those that a shell would give', () => {
  expect(wordsOf(`settings letterhead.line1 "Pemerintah Kabupaten" --x='a b'`)).toEqual([
    'settings',
    'letterhead.line1',
    'Pemerintah Kabupaten',
    '--x=a b',
  ])
})
