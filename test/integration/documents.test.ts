import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { commands } from '../../src/bot/commands.ts'
import { loadTexts } from '../../src/bot/texts.ts'
import { commandNames } from '../../src/cli/index.ts'
import {
  anchorsOf,
  linksOf,
  readDocuments,
  ROOT,
  targetOf,
  unmarkedCommands,
  type Document,
} from '../support/documents.ts'
import { pdfPages } from '../support/pdf-text.ts'

let documents: Document[]
beforeAll(async () => {
  documents = await readDocuments()
})

function document(path: string): Document {
  const found = documents.find((one) => one.path === path)
  if (found === undefined) throw new Error(`${path} is missing`)
  return found
}

/** Every document that the links of this one lead to. */
const linkedFrom = (path: string): Set<string> =>
  new Set(linksOf(document(path)).map(({ target }) => targetOf(document(path), target).path))

it('every link between documents leads to a file that is there, and to a heading in it', () => {
  const broken: string[] = []
  let followed = 0
  for (const one of documents) {
    for (const { place, target } of linksOf(one)) {
      if (/^(https?|mailto|tg):/.test(target)) continue
      followed++
      const { path, anchor } = targetOf(one, target)
      const there = path === '' || existsSync(join(ROOT, path))
      const led = documents.find((other) => other.path === path)
      if (!there || (anchor !== '' && led !== undefined && !anchorsOf(led).has(anchor))) {
        broken.push(`${place}: ${target}`)
      }
    }
  }
  expect(broken).toEqual([])
  expect(followed).toBeGreaterThan(100)
})

it('the index leads to every document', () => {
  const linked = linkedFrom('docs/README.md')
  const missing = documents
    .map(({ path }) => path)
    .filter((path) => path.startsWith('docs/') && path !== 'docs/README.md')
    .filter((path) => !/^docs\/(decisions|peluncuran)\/(?!README)/.test(path))
    .filter((path) => !linked.has(path))
  expect(missing).toEqual([])
})

it.each(['docs/decisions', 'docs/peluncuran'])(
  'the index of %s lists each of its files',
  (folder) => {
    const linked = linkedFrom(`${folder}/README.md`)
    const files = readdirSync(join(ROOT, folder)).filter((name) => name !== 'README.md')
    expect(files.length).toBeGreaterThan(5)
    expect(files.filter((name) => !linked.has(`${folder}/${name}`))).toEqual([])
  },
)

it('a picture that no document shows is not kept', () => {
  const shown = new Set(documents.flatMap((one) => [...linkedFrom(one.path)]))
  const kept = globSync('docs/pictures/*', { cwd: ROOT })
  expect(kept.filter((path) => !shown.has(path))).toEqual([])
})

it('the two READMEs lead to each other, in their first lines', () => {
  for (const [from, to] of [
    ['README.md', 'README.id.md'],
    ['README.id.md', 'README.md'],
  ] as const) {
    const top = document(from).text.split('\n').slice(0, 4).join('\n')
    expect(top).toContain(`](${to})`)
  }
})

it('the READMEs say how many lessons and tracks there are', () => {
  const tracks = globSync('lessons/*/track.yaml', { cwd: ROOT })
  const lessons = globSync('lessons/*/*.md', { cwd: ROOT }).filter(
    (path) => !path.endsWith('.en.md'),
  )
  expect(tracks).toHaveLength(10)
  expect(document('README.md').text).toContain(`${lessons.length} lessons in ten tracks`)
  expect(document('README.id.md').text).toContain(`${lessons.length} pelajaran dalam sepuluh jalur`)
})

it('the README names every command of the chat, by all its names', () => {
  const { text } = document('README.md')
  const names = Object.values(commands).flat()
  expect(names.filter((name) => !new RegExp(`/${name}\\b`).test(text))).toEqual([])
})

it('the README names every command of the shell', () => {
  const { text } = document('README.md')
  expect(commandNames.filter((name) => !new RegExp(`[\`\\s]${name}\\b`).test(text))).toEqual([])
})

it('the README has a row for every variable, and so has the example of a configuration', () => {
  const rows = [...document('README.md').text.matchAll(/^\| (`[A-Z_…`, ]+`) \|/gm)].join(' ')
  const inReadme = (name: string): boolean =>
    rows.includes(`\`${name}\``) || (name.startsWith('RETENTION_') && rows.includes('RETENTION_…'))
  const example = readFileSync(join(ROOT, '.env.example'), 'utf8')
  const config = readFileSync(join(ROOT, 'src/platform/config.ts'), 'utf8')
  const found = config.matchAll(/^ {2}([A-Z][A-Z_]+): (?:\{|days\()/gm)
  const names = [...found].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => !inReadme(name))).toEqual([])
  expect(names.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(example))).toEqual([])
})

it('the sample of a poster says what posters say', () => {
  const [page = ''] = pdfPages(readFileSync(join(ROOT, 'docs/peluncuran/poster-contoh.pdf')))
  const t = loadTexts().in('id')
  const said = page.replaceAll(/\s+/g, '')
  for (const key of ['poster-title', 'poster-motto', 'poster-step-agree', 'poster-safety']) {
    expect(said).toContain(t(key).replaceAll(/\s+/g, ''))
  }
})

it('commands stand in blocks that say so', () => {
  expect(documents.flatMap(unmarkedCommands)).toEqual([])
})

/** The folders of a tree that is drawn by indentation, each with the words beside it. */
function drawnFolders(text: string): Map<string, string> {
  const tree = /```text\nsrc\/\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  const folders = new Map<string, string>()
  let parents: string[] = []
  for (const line of tree.split('\n')) {
    const [, indent = '', name, words = ''] = /^( *)(\S+)\/\s+(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    parents = [...parents.slice(0, indent.length / 2 - 1), name]
    folders.set(parents.join('/'), words)
  }
  return folders
}

it('the tree of the architecture names every folder of src, two levels deep, and no other', () => {
  const drawn = drawnFolders(document('docs/architecture.md').text)
  const folders = globSync(['*/', '*/*/'], { cwd: join(ROOT, 'src') }).map((path) =>
    path.replace(/\/$/, ''),
  )
  expect([...drawn.keys()].toSorted()).toEqual(
    folders.filter((path) => isFolder(join(ROOT, 'src', path))).toSorted(),
  )
  expect([...drawn.values()].filter((words) => words.length < 10)).toEqual([])
})

it('the diagram of imports says what the check of imports allows', async () => {
  const text = document('docs/architecture.md').text
  const arrows = [...text.matchAll(/^ {2}(\w+) --> (\w+)$/gm)]
    .map(([, from = '', to = '']) => [from, to] as const)
    .filter(([from]) => isFolder(join(ROOT, 'src', from)))
  const below = await roomsBelow()
  const beyond = arrows.filter(([from, to]) => below.get(from)?.has(to) !== true)
  expect(beyond).toEqual([])
  const reached = (from: string): Set<string> =>
    new Set(arrows.filter(([one]) => one === from).flatMap(([, to]) => [to, ...reached(to)]))
  for (const [room, rooms] of below) {
    expect([room, [...rooms].filter((one) => !reached(room).has(one))]).toEqual([room, []])
  }
})

/** The rooms that each room may import, out of the rules themselves. */
async function roomsBelow(): Promise<Map<string, Set<string>>> {
  const { href } = pathToFileURL(join(ROOT, '.dependency-cruiser.mjs'))
  const { default: rules } = (await import(href)) as {
    default: { forbidden: { name: string; to: { pathNot?: string[] } }[] }
  }
  const rooms = rules.forbidden.flatMap(({ name, to }) => {
    const room = /^room-(\w+)$/.exec(name)?.[1]
    const [allowed = ''] = to.pathNot ?? []
    const names = /\(([\w|]+)\)/.exec(allowed)?.[1]?.split('|') ?? []
    return room === undefined || room === 'entry' || !names.includes(room)
      ? []
      : [[room, new Set(names.filter((one) => one !== room))] as const]
  })
  expect(rooms.length).toBeGreaterThan(15)
  return new Map(rooms)
}

function isFolder(path: string): boolean {
  return readdirSync(join(path, '..'), { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && join(path, '..', entry.name) === path,
  )
}
