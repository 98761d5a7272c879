import { deepStrictEqual } from 'node:assert'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkLessons } from './check-lessons.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { formatProblem } from './problem.ts'

/** For tests. A file's content by its path below the lessons' folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** Runs `use` with a temporary folder that holds `files`, and takes the folder away. */
export async function withLessons<T>(
  files: Files,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-lessons-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A track.yaml; `slugs` begin on line 6. */
export function trackYaml(
  id: string,
  slugs: readonly string[],
  audience = '{ kind: common }',
): string {
  return [
    `id: ${id}`,
    'title: { id: "Fondasi", en: "Foundations" }',
    'description: { id: "Dasar", en: "Basics" }',
    `for: ${audience}`,
    'lessons:',
    ...slugs.map((slug) => `  - ${slug}`),
    '',
  ].join('\n')
}

/** A lesson with one source and one question; the comments are the lines of the file. */
export function lessonFile(id = 'fondasi-satu'): string {
  return [
    '---', // 1
    `id: ${id}`, // 2
    'title: AI alat bantu', // 3
    'objective: Memilah tugas', // 4
    'competence: "AILit: Engage"', // 5
    'minutes: 3', // 6
    'reviewed: 2026-11-20', // 7
    'sources:', // 8
    '  - title: "Panduan staf"', // 9
    '    url: "https://digital.gov.au/panduan"', // 10
    '    date: "2026-03-12"', // 11
    'task: "Pilih **satu** tugas."', // 12
    'questions:', // 13
    `  - id: ${id}-q1`, // 14
    '    objective: Tanggung jawab', // 15
    '    text: "Siapa yang bertanggung jawab?"', // 16
    '    options:', // 17
    '      a: "Mesin"', // 18
    '      b: "Petugas"', // 19
    '      c: "Warga"', // 20
    '    answer: b', // 21
    '    explanation: "Manusia yang memeriksa."', // 22
    '    tags: [data]', // 23
    '---', // 24
    'AI adalah **alat bantu**.', // 25
    '', // 26
    '- Menyusun draf', // 27
    '- Lihat [panduan](https://digital.gov.au)', // 28
    '',
  ].join('\n')
}

export const TRACK = 'fondasi/track.yaml'
export const LESSON = 'fondasi/01-satu.md'

/** One track with one lesson, and nothing wrong. */
export const goodFiles: Files = {
  [TRACK]: trackYaml('fondasi', ['satu']),
  [LESSON]: lessonFile(),
}

/** The good lesson with one thing changed. */
export function changed(from: string | RegExp, to: string): Files {
  const file = lessonFile().replace(from, to)
  if (file === lessonFile()) throw new Error(`${from} is not in the lesson`)
  return { [LESSON]: file }
}

/** The day from which tests count the age of a review: a few days after that of the good lesson. */
export const TODAY = '2026-11-24'

/** What is said of the good files with `files` over them; the loader must say what the check says. */
export async function problemsOf(files: Files): Promise<string[]> {
  return await withLessons({ ...goodFiles, ...files }, async (folder) => {
    const { errors } = await checkLessons(folder, TODAY)
    const loaded = await loadCatalogue(folder)
    deepStrictEqual(loaded.ok ? [] : loaded.problems, errors)
    return errors.map(formatProblem)
  })
}
