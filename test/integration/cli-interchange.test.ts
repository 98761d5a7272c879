import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'gift-pegjs'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue, type Catalogue } from '../../src/content/index.ts'
import { callInProcess, runCommand } from '../support/journey-process.ts'
import { LESSONS } from '../support/world.ts'

const stack = /^\s+at /m

let folder: string
let catalogue: Catalogue
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'sedikit-interchange-')))
  const loaded = await loadCatalogue(LESSONS)
  if (!loaded.ok) throw new Error('the lessons are broken')
  ;({ catalogue } = loaded)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Those of the lessons: the items of an assessment go into no question bank. */
const taughtIn = ({ lessons }: Catalogue) =>
  [...lessons.values()].flatMap(({ questions }) => questions)
const questionsOf = (of: Catalogue) =>
  taughtIn(of).map(({ id, tags, answer, texts }) => ({
    id,
    tags,
    answer,
    text: texts.id,
  }))

describe('the shipped lessons, exported by a process', () => {
  it('as GIFT: another parser reads every question, and they come back as they were', async () => {
    const out = join(folder, 'all.gift')
    const done = await runCommand(['lessons', 'export', '--format', 'gift', '--out', out])
    expect(done).toMatchObject({ code: 0, stdout: '' })
    expect(done.stderr).toContain('GIFT holds questions: text, task, sources')
    expect(done.stderr).toContain('The assessment of fondasi (25 items) is not in it.')
    const text = await readFile(out, 'utf8')
    const read = parse(text)
    expect(read.filter(({ type }) => type === 'MC')).toHaveLength(taughtIn(catalogue).length)
    expect(read.filter(({ type }) => type === 'Category')).toHaveLength(catalogue.lessons.size)

    const lessons = join(folder, 'from-gift')
    await mkdir(lessons)
    const back = await runCommand([
      'lessons',
      'import',
      '--format',
      'gift',
      out,
      '--to',
      'semua',
      '--json',
      lessons,
    ])
    const report = JSON.parse(back.stdout) as Record<string, unknown[]>
    expect(back.code).toBe(0)
    expect(report).toMatchObject({
      track: 'semua',
      lessons: catalogue.lessons.size,
      questions: taughtIn(catalogue).length,
      broken: [],
      notes: [],
      toMend: [],
    })
    // What GIFT has no place for is left to write, in every lesson and in the track, and named.
    expect(report['toWrite']).toHaveLength(5 * catalogue.lessons.size + 5)
    const filled = await fillIn(join(lessons, 'semua'))
    expect(filled).toBe(5 * catalogue.lessons.size + 5)
    const loaded = await loadCatalogue(lessons)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    expect(questionsOf(loaded.catalogue)).toEqual(questionsOf(catalogue))
    expect([...loaded.catalogue.lessons.keys()]).toEqual([...catalogue.lessons.keys()])
  })

  it('as Moodle XML: well-formed, with every question', async () => {
    const { code, stdout } = await runCommand(['lessons', 'export', '--format', 'moodle-xml'])
    expect(code).toBe(0)
    const kinds: string[] = []
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'question') kinds.push(String(attributes['type']))
    })
    parser.write(stdout).close()
    expect(kinds.filter((kind) => kind === 'multichoice')).toHaveLength(taughtIn(catalogue).length)
    expect(kinds.filter((kind) => kind === 'category')).toHaveLength(catalogue.lessons.size)
  })

  it('as JSON: a track comes back as it was, without a word of complaint', async () => {
    const out = join(folder, 'fondasi.json')
    const args = ['lessons', 'export', '--format', 'json', '--track', 'fondasi', '--out', out]
    expect(await runCommand(args)).toEqual({ code: 0, stdout: '', stderr: '' })
    const lessons = join(folder, 'from-json')
    await mkdir(lessons)
    const back = await runCommand([
      'lessons',
      'import',
      '--format',
      'json',
      out,
      '--to',
      join(lessons, 'fondasi'),
      lessons,
    ])
    expect(back).toEqual({ code: 0, stdout: 'fondasi: 15 lessons, 45 questions\n', stderr: '' })
    const loaded = await loadCatalogue(lessons)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const original = catalogue.tracks.find(({ id }) => id === 'fondasi')
    expect(loaded.catalogue.tracks).toEqual([original])
  })

  it('as JSON, all of them', async () => {
    const { code, stdout } = await callInProcess(['lessons', 'export', '--format', 'json'])
    expect(code).toBe(0)
    const { tracks } = JSON.parse(stdout) as { tracks: { id: string }[] }
    expect(tracks.map(({ id }) => id)).toEqual(catalogue.tracks.map(({ id }) => id))
  })

  /** Writes something into every marked place. @returns how many there were */
  async function fillIn(track: string): Promise<number> {
    let marks = 0
    for (const name of await readdir(track)) {
      const text = await readFile(join(track, name), 'utf8')
      marks += text.match(/# WRITE/g)?.length ?? 0
      const written = text
        .replace(/^reviewed: "".*$/m, 'reviewed: 2026-11-20')
        .replace(/^sources: \[\].*$/m, 'sources: [{ title: A, url: "https://a.id", date: "2026" }]')
        .replace(/^for: \{\}.*$/m, 'for: { kind: common }')
        .replaceAll(/: "" # WRITE.*$/gm, ': "Tulisan."')
      await writeFile(join(track, name), name.endsWith('.md') ? `${written}Isi.\n` : written)
    }
    return marks
  }
})

describe('an export that cannot be', () => {
  it.each([
    [[], 'Which format?'],
    [['--format', 'csv'], 'There is no format csv.'],
    [['--format', 'gift', '--track', 'x'], 'There is no track x.'],
    [['--format', 'gift', '--out', '/nowhere/at/all.gift'], 'cannot be written: ENOENT'],
    [['--format', 'gift', LESSONS, LESSONS], 'Name one folder'],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await callInProcess(['lessons', 'export', ...args])
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(stack)
    expect([code, stdout]).toEqual([1, ''])
  })

  it('writes over no file', async () => {
    const out = join(folder, 'mine.gift')
    await writeFile(out, 'mine')
    const args = ['lessons', 'export', '--format', 'gift', '--out', out]
    const { code, stderr } = await callInProcess(args)
    expect(stderr).toContain(`${out} is there already.`)
    expect(code).toBe(1)
    expect(await readFile(out, 'utf8')).toBe('mine')
  })

  it('takes no broken lessons', async () => {
    const lessons = join(folder, 'broken-lessons')
    await mkdir(join(lessons, 'satu'), { recursive: true })
    const { code, stdout, stderr } = await callInProcess([
      'lessons',
      'export',
      '--format',
      'json',
      lessons,
    ])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('satu/track.yaml:1: the file is missing')
  })
})

describe('an import of something bad', () => {
  let lessons: string
  beforeEach(async () => {
    lessons = await mkdtemp(join(folder, 'lessons-'))
    await mkdir(join(lessons, 'ada'))
  })

  const middle = [
    '::satu::Satu?{=a ~b}',
    '',
    '::dua::Dua?{',
    '  ~a',
    '  ~b',
    '}',
    '',
    '::tiga::Tiga?{=a ~b',
    '',
    'Tulis.{}',
    '',
    '::empat::Empat?{=a ~b}',
    '',
  ].join('\n')

  async function importing(content: string | Uint8Array, ...args: string[]) {
    const file = join(lessons, '.source')
    await writeFile(file, content)
    const done = await callInProcess(['lessons', 'import', file, '--to', 'baru', lessons, ...args])
    await rm(file)
    expect(done.stderr).not.toMatch(stack)
    return { ...done, stderr: done.stderr.replaceAll(file, 'SOURCE') }
  }

  it('a GIFT file with mistakes in the middle: each with its line, and nothing is written', async () => {
    const { code, stdout, stderr } = await importing(middle, '--format', 'gift')
    expect(stderr.split('\n')).toEqual([
      'SOURCE:3: no option is right: mark the right one with `=`',
      expect.stringMatching(/^SOURCE:8: the `{` is not closed: /),
      expect.stringMatching(/^SOURCE:10: left out: an essay: /),
      'Nothing was imported: mend what is wrong in SOURCE, or add --skip-broken to leave them out.',
      '',
    ])
    expect([code, stdout]).toEqual([1, ''])
    expect(await readdir(lessons)).toEqual(['ada'])
  })

  it('with --skip-broken: the good ones, and the same words on the others', async () => {
    const { code, stdout, stderr } = await importing(middle, '--format', 'gift', '--skip-broken')
    expect([code, stdout]).toEqual([0, 'baru: 1 lessons, 2 questions\n'])
    expect(stderr).toContain('SOURCE:3: no option is right')
    expect(stderr).toContain('SOURCE:8: the `{` is not closed')
    expect(stderr).toContain('in the places marked WRITE')
    expect(await readdir(join(lessons, 'baru'))).toEqual(['01-soal.md', 'track.yaml'])
    const file = await readFile(join(lessons, 'baru/01-soal.md'), 'utf8')
    expect(file).toContain('id: satu')
    expect(file).toContain('id: empat')
  })

  it('as a process, too', async () => {
    const file = join(folder, 'broken.json')
    await writeFile(file, '{\n  "format": oops\n}\n')
    const { code, stdout, stderr } = await runCommand([
      'lessons',
      'import',
      '--format',
      'json',
      file,
      '--to',
      'baru',
      lessons,
    ])
    expect(stderr).toContain(`${file}:2: broken JSON: \`oops\` stands`)
    expect(stderr).toContain('Nothing was imported')
    expect([code, stdout]).toEqual([1, ''])
    expect(await readdir(lessons)).toEqual(['ada'])
  })

  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'SOURCE:1: there is no question in the file'],
    ['UTF-16', Buffer.from('\ufeffSatu?{=a ~b}', 'utf16le'), 'SOURCE:1: the file is UTF-16'],
    [
      'Latin-1',
      Buffer.from('Satu?{=a ~b}\n\nD\u00e9?{=a ~b}', 'latin1'),
      'SOURCE:3: the file is not UTF-8',
    ],
    ['binary', Buffer.from([0x89, 0x50, 0x0a, 0x00, 0x01]), 'SOURCE:2: the file is binary'],
    [
      'huge',
      Buffer.alloc(8 * 1024 * 1024 + 1, 'a'),
      'SOURCE:1: the file has 8388609 bytes, and 8388608 is the limit',
    ],
    ['without blank lines', 'Satu?{=a ~b}\n'.repeat(100_000), 'characters, and 20000 is the limit'],
  ])('a file that is %s', async (_, content, words) => {
    const { code, stdout, stderr } = await importing(content, '--format', 'gift')
    expect(stderr).toContain(words)
    expect([code, stdout]).toEqual([1, ''])
    expect(await readdir(lessons)).toEqual(['ada'])
  })

  it.each([
    [['--format', 'json', 'F', '--to', '../baru'], 'is not directly below'],
    [['--format', 'json', 'F', '--to', '/tmp/baru'], 'is not directly below'],
    [['--format', 'json', 'F', '--to', 'ada'], 'ada is there already.'],
    [['--format', 'json', 'F', '--to', 'Baru!'], 'cannot be the name of a track'],
    [['--format', 'json', 'F'], 'Where to?'],
    [['--format', 'moodle-xml', 'F', '--to', 'x'], 'The format moodle-xml cannot be imported.'],
    [['F', '--to', 'x'], 'Which format?'],
    [['--format', 'json', 'F', '--to', 'x', '--skip-broken'], '--skip-broken is for GIFT'],
    [
      ['--format', 'json', '/nowhere/at/all', '--to', 'x'],
      '/nowhere/at/all:1: the file is missing',
    ],
    [['--format', 'json', '/', '--to', 'x'], '/:1: this is not a file'],
  ])('%j', async (given, words) => {
    const file = join(lessons, '.source')
    await writeFile(file, '{}')
    const args = given.map((arg) => (arg === 'F' ? file : arg))
    // Without a file among them, the folder would be taken for it.
    const { code, stdout, stderr } = await callInProcess(['lessons', 'import', ...args, lessons])
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(stack)
    expect([code, stdout]).toEqual([1, ''])
    expect((await readdir(lessons)).sort()).toEqual(['.source', 'ada'])
  })

  it('ids that another track has are named', async () => {
    await rm(join(lessons, 'ada'), { recursive: true })
    const gift = '::satu-dua::Satu?{=a ~b\n####Sebab.}\n'
    expect((await importing(gift, '--format', 'gift')).code).toBe(0)
    const file = join(folder, 'twice.gift')
    await writeFile(file, gift)
    // It comes before the first by its name, so the check names the other file.
    const { stderr } = await callInProcess([
      'lessons',
      'import',
      '--format',
      'gift',
      file,
      '--to',
      'awal',
      lessons,
    ])
    expect(stderr).toContain('question id satu-dua is taken by awal/01-soal.md')
    expect(stderr).toContain('mend the 1 mistakes above')
  })
})
