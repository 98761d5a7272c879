import {
  appendFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callInProcess, runCommand } from '../support/journey-process.ts'
import { LESSONS } from '../support/world.ts'

/** Within a year of every review of the shipped lessons. */
const TODAY = ['--today', '2026-11-24']

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sedikit-lessons-'))
  await cp(LESSONS, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const check = (...args: string[]) => callInProcess(['lessons', 'check', folder, ...TODAY, ...args])

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const file = join(folder, path)
  const text = await readFile(file, 'utf8')
  const edited = text.replace(from, to)
  if (edited === text) throw new Error(`${String(from)} is not in ${path}`)
  await writeFile(file, edited)
}

describe('the shipped curriculum', () => {
  it('passes, strictly, in a process of its own', async () => {
    const { code, stdout, stderr } = await runCommand(['lessons', 'check', '--strict', ...TODAY])
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^track +lessons +words .*key a\/b\/c +right longest\n/)
    expect(stdout).toMatch(/^guru +7 +\d+ .* 7\/7\/7 +\d+\.\d%$/m)
    expect(stdout).toMatch(
      /\d+ tracks, \d+ lessons, \d+ questions, \d+ words; 0 errors, 0 warnings\n$/,
    )
    expect(code).toBe(0)
  })

  it('as JSON: the counts, what is wrong, and the measures of each track', async () => {
    const { code, stdout } = await check('--json')
    const found = JSON.parse(stdout) as Record<string, unknown>
    expect(Object.keys(found)).toEqual([
      'tracks',
      'lessons',
      'questions',
      'words',
      'errors',
      'warnings',
      'measures',
      'published',
      'assessmentItems',
      'surveys',
      'edits',
    ])
    // Items of the assessments are no questions of lessons.
    expect(found).toMatchObject({
      tracks: 10,
      questions: 226,
      errors: [],
      warnings: [],
      published: { unlisted: 0 },
      edits: [],
      assessmentItems: 25,
      surveys: { statements: 5, questions: 2 },
    })
    expect(found['measures']).toContainEqual({
      track: 'guru',
      lessons: 7,
      words: expect.any(Number) as unknown,
      wordsPerSentence: expect.any(Number) as unknown,
      questions: 21,
      sources: expect.any(Number) as unknown,
      keys: [7, 7, 7],
      rightLongest: expect.any(Number) as unknown,
      rightLongestPercent: expect.any(Number) as unknown,
    })
    expect(code).toBe(0)
  })
})

describe('warnings', () => {
  it('alone end with 0, and with 1 under --strict', async () => {
    await edit('guru/07-etika-ka.md', 'reviewed: 2026', 'reviewed: 2024')
    const { code, stdout, stderr } = await check()
    expect(stderr).toMatch(
      /^guru\/07-etika-ka\.md:\d+: warning: the last review, 2024-11-20, is 734 days ago, and 365 is the most: .*\n?$/,
    )
    expect(stdout).toContain('0 errors, 1 warning\n')
    expect(code).toBe(0)
    expect((await check('--strict')).code).toBe(1)
    const { code: strict, stdout: json } = await check('--strict', '--json')
    expect(JSON.parse(json)).toMatchObject({
      warnings: [{ rule: 'review-age', file: 'guru/07-etika-ka.md', measured: 734, limit: 365 }],
    })
    expect(strict).toBe(1)
  })

  it('stand after the errors', async () => {
    await edit('desa/01-surat-dan-pengumuman.md', 'reviewed: 2026', 'reviewed: 2024')
    await edit('guru/07-etika-ka.md', 'minutes: 3', 'minutes: 30')
    const { code, stderr } = await check()
    expect(stderr).toMatch(/^guru\/07[^\n]*\ndesa\/01[^\n]*: warning: [^\n]*\n?$/)
    expect(code).toBe(1)
  })
})

describe('ids that were published', () => {
  it('are missed when they change, are listed by --publish when they are new', async () => {
    await edit('guru/07-etika-ka.md', 'id: guru-etika-ka-q1', 'id: guru-etika-ka-q9')
    const { code, stderr } = await check()
    expect(stderr).toMatch(
      /^published\.yaml:\d+: question id guru-etika-ka-q1 was published and is gone: .*\n?$/,
    )
    expect(code).toBe(1)

    const before = await readFile(join(folder, 'published.yaml'), 'utf8')
    const refused = await check('--publish')
    expect(refused.stderr).toContain('Nothing was added to published.yaml')
    expect(refused.code).toBe(1)
    expect(await readFile(join(folder, 'published.yaml'), 'utf8')).toBe(before)

    await edit('published.yaml', /^ {4}guru-etika-ka-q1: .*\n/m, '')
    await appendFile(join(folder, 'published.yaml'), 'retired: [guru-etika-ka-q1]\n')
    const draft = await check()
    expect(draft.stdout).toContain('Not in published.yaml yet: 1 question.')
    expect(draft.code).toBe(0)
    expect((await check('--publish')).stdout).not.toContain('Not in published.yaml')
    expect(await readFile(join(folder, 'published.yaml'), 'utf8')).toMatch(
      /^ {4}guru-etika-ka-q9: .*$[^]*^retired: \[guru-etika-ka-q1\]$/m,
    )
  })

  it('a folder without a list says so', async () => {
    await rm(join(folder, 'published.yaml'))
    const { code, stdout } = await check()
    expect(stdout).toContain('There is no published.yaml here')
    expect(code).toBe(0)
  })
})

it('what cannot be read is named with its line, and nothing is touched', async () => {
  await edit('desa/01-surat-dan-pengumuman.md', 'title: ', 'title: [')
  await writeFile(
    join(folder, 'guru/01-siapa-boleh-apa.md'),
    Buffer.from('---\na: \u00e9', 'latin1'),
  )
  await writeFile(join(folder, 'guru/02-modul-ajar-dan-cp.md'), '---\n\0')
  await truncate(join(folder, 'guru/03-soal-bertingkat-dan-kunci.md'), 2 ** 30)
  const names = await readdir(folder, { recursive: true })
  const { code, stderr } = await check()
  for (const line of [
    /^desa\/01-surat-dan-pengumuman\.md:3: broken YAML/m,
    /^guru\/01-siapa-boleh-apa\.md:2: the file is not UTF-8/m,
    /^guru\/02-modul-ajar-dan-cp\.md:2: the file is binary/m,
    /^guru\/03-soal-bertingkat-dan-kunci\.md:1: the file has 1073741824 bytes/m,
  ]) {
    expect(stderr).toMatch(line)
  }
  expect(stderr).not.toMatch(/is gone|warning/)
  expect(code).toBe(1)
  expect(await readdir(folder, { recursive: true })).toEqual(names)
})

it.each([
  [['--today', '2026-02-30'], 'Write a day that exists', 1],
  [['--today', 'besok'], 'Write a day that exists', 1],
  [['elsewhere'], 'One folder is checked at a time', 1],
  [['--tight'], 'Usage: lessons check', 2],
])('%j is refused', async (args, words, exit) => {
  const { code, stderr } = await check(...args)
  expect(stderr).toContain(words)
  expect(code).toBe(exit)
})

describe('edits of published questions', () => {
  const FILE = 'guru/07-etika-ka.md'
  const ID = 'guru-etika-ka-q1'

  it('are said to be a spelling or a meaning, and are no error and no warning', async () => {
    await edit(FILE, /(?<=id: guru-etika-ka-q1\n.*\n {4}text: ".*)\?"/, '"')
    await edit(FILE, /(?<=id: guru-etika-ka-q2\n.*\n {4}text: ")/, 'Tidak: ')
    const { code, stdout, stderr } = await check('--strict')
    expect(stderr).toBe('')
    expect(stdout).toMatch(
      /^guru\/07-etika-ka\.md:\d+: guru-etika-ka-q1: spelling corrected, statistics go on /m,
    )
    expect(stdout).toMatch(
      /: guru-etika-ka-q2: meaning changed \(.*"tidak" was added\): statistics begin anew as version 2$/m,
    )
    expect(code).toBe(0)
  })

  it('stand in the JSON, also in the run that takes them up, and in no later one', async () => {
    const editsIn = ({ stdout }: { stdout: string }): unknown =>
      (JSON.parse(stdout) as { edits: unknown }).edits
    await edit(FILE, /(?<=id: guru-etika-ka-q1\n.*\n {4}text: ".*)\?"/, '"')
    const edits = [
      {
        id: ID,
        file: FILE,
        line: expect.any(Number) as unknown,
        kind: 'spelling',
        reason: 'the question: capitals, spaces or punctuation',
        version: 1,
      },
    ]
    expect(editsIn(await check('--json'))).toEqual(edits)
    expect(editsIn(await check('--json', '--publish'))).toEqual(edits)
    expect(editsIn(await check('--json'))).toEqual([])
    const kept = await readFile(join(folder, 'published-wordings.json'), 'utf8')
    const shipped = await readFile(join(LESSONS, 'published-wordings.json'), 'utf8')
    const [was, is] = [shipped.split('\n'), kept.split('\n')]
    expect(is.filter((line, i) => line !== was[i])).toHaveLength(1)
  })
})
