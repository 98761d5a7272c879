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

export interface ItemChoice {
  readonly lesson?: string
  readonly answer?: string
  readonly options?: readonly [string, string, string]
}

/** One item of an assessment.yaml, 18 lines: its lesson is in the 2nd, its answer in the 14th. */
export function itemYaml(id: string, choice: ItemChoice = {}): string[] {
  const {
    lesson = 'fondasi-satu',
    answer = 'b',
    options = ['Mesin', 'Petugas', 'Pembaca'],
  } = choice
  return [
    `- id: ${id}`, // 1
    `  lesson: ${lesson}`, // 2
    '  objective: { id: "Tanggung jawab", en: "Accountability" }', // 3
    '  text:', // 4
    `    id: "Surat ${id} keliru. Siapa yang menjawab?"`, // 5
    `    en: "Letter ${id} is wrong. Who answers for it?"`, // 6
    '  options:', // 7
    '    a:', // 8
    `      { id: "${options[0]}", en: "1 ${options[0]}" }`, // 9
    '    b:', // 10
    `      { id: "${options[1]}", en: "2 ${options[1]}" }`, // 11
    '    c:', // 12
    `      { id: "${options[2]}", en: "3 ${options[2]}" }`, // 13
    `  answer: ${answer}`, // 14
    '  explanation:', // 15
    '    id: "Manusia yang memeriksa."', // 16
    '    en: "A person checks."', // 17
    '  tags: [data]', // 18
  ]
}

/** The forms begin on line 3; each item takes the lines that `itemYaml` says. */
export function assessmentYaml(
  a: readonly string[][],
  b: readonly string[][],
  delayed: readonly string[][],
): string {
  const indented = (items: readonly string[][]) => items.flat().map((line) => `    ${line}`)
  return [
    'forms:', // 1
    '  a:', // 2
    ...indented(a), // 3
    '  b:',
    ...indented(b),
    'delayed:',
    ...indented(delayed),
    '',
  ].join('\n')
}

export const ASSESSMENT = 'fondasi/assessment.yaml'

/** One item in each form (lines 3 and 22) and one delayed (line 41). */
export const goodAssessment = assessmentYaml(
  [itemYaml('fondasi-a1')],
  [itemYaml('fondasi-b1', { options: ['Alat', 'Kantor', 'Warga desa'] })],
  [itemYaml('fondasi-d1', { options: ['Program', 'Pengirim', 'Tetangga'] })],
)

export const goodSurveys = [
  'attitude:', // 1
  '  text: { id: "Setujukah Anda?", en: "Do you agree?" }', // 2
  '  scale:', // 3
  '    - { id: "Sangat tidak setuju", en: "Strongly disagree" }', // 4
  '    - { id: "Tidak setuju", en: "Disagree" }', // 5
  '    - { id: "Ragu-ragu", en: "Undecided" }', // 6
  '    - { id: "Setuju", en: "Agree" }', // 7
  '    - { id: "Sangat setuju", en: "Strongly agree" }', // 8
  '  statements:', // 9
  '    - id: sikap-satu', // 10
  '      text: { id: "AI membantu saya.", en: "AI helps me." }', // 11
  '    - id: sikap-dua', // 12
  '      text: { id: "AI itu curang.", en: "AI is cheating." }', // 13
  '      reverse: true', // 14
  'ai-at-work:', // 15
  '  frequency:', // 16
  '    id: seberapa-sering', // 17
  '    text: { id: "Sudah memakai AI?", en: "Do you use AI?" }', // 18
  '    options:', // 19
  '      belum: { id: "Belum", en: "Not yet" }', // 20
  '      pernah: { id: "Pernah", en: "Once" }', // 21
  '      mingguan: { id: "Tiap minggu", en: "Weekly" }', // 22
  '      harian: { id: "Tiap hari", en: "Daily" }', // 23
  '  purpose:', // 24
  '    id: untuk-apa', // 25
  '    text: { id: "Untuk apa?", en: "For what?" }', // 26
  '    options:', // 27
  '      menulis: { id: "Menulis", en: "Writing" }', // 28
  '      lainnya: { id: "Lainnya", en: "Else" }', // 29
  '',
].join('\n')

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
    const said = errors.map(formatProblem)
    deepStrictEqual(loaded.ok ? [] : loaded.problems.map(formatProblem), said)
    return said
  })
}
