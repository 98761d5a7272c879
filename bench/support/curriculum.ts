import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface CurriculumSize {
  readonly tracks: number
  readonly lessonsPerTrack: number
  readonly questionsPerLesson: number
}

const SHIPPED = fileURLToPath(new URL('../../lessons', import.meta.url))

/** Words of a body; the shipped lessons have 200-300. */
const BODY_WORDS = 230

/** Of the words of a sentence, so many in a hundred give way to a name or to a word of the topic. */
const REPLACED = 18

/**
 * Writes a curriculum as large as a big organisation's, the same for the same seed. The sentences
 * are those of the shipped lessons, so that words are as frequent as in real ones; some of their
 * words give way to a topic of the lesson's own and to names of places and offices that do not
 * exist, so that there are as many different words as in a thousand real lessons.
 *
 * @returns the words of the topics, for searches that find something
 */
export async function writeCurriculum(
  folder: string,
  { tracks, lessonsPerTrack, questionsPerLesson }: CurriculumSize,
  seed = 20_261_124,
): Promise<string[]> {
  const random = mulberry32(seed)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from')
    return item
  }
  const sentences = await readSentences()
  const words = [...new Set(sentences.join(' ').match(/\b[a-z]{6,}\b/g))]
  const names = Array.from({ length: 6000 }, () => name(pick))
  const topics = new Set<string>()

  const sentence = (topic: readonly string[]): string =>
    pick(sentences).replaceAll(/\b[a-z]{6,}\b/g, (word) => {
      if (random() * 100 >= REPLACED) return word
      return pick(random() < 0.5 ? topic : random() < 0.5 ? names : words)
    })
  const short = (topic: readonly string[], most: number): string =>
    sentence(topic).replaceAll('"', '').slice(0, most).trimEnd()

  function question(id: string, topic: readonly string[], index: number): string[] {
    const option = (key: string) => `      ${key}: ${JSON.stringify(`${short(topic, 70)} ${key}`)}`
    return [
      `  - id: ${id}-q${index}`,
      `    objective: ${JSON.stringify(short(topic, 90))}`,
      `    text: ${JSON.stringify(`${short(topic, 160)}?`)}`,
      '    options:',
      ...['a', 'b', 'c'].map(option),
      `    answer: ${pick(['a', 'b', 'c'])}`,
      `    explanation: ${JSON.stringify(short(topic, 180))}`,
      '    tags: [data]',
    ]
  }

  function lesson(id: string): string {
    const topic = Array.from({ length: 8 }, () => (random() < 0.3 ? pick(names) : pick(words)))
    for (const word of topic) topics.add(word)
    return [
      '---',
      `id: ${id}`,
      `title: ${JSON.stringify(`${pick(topic)} ${pick(words)} ${pick(topic)}`)}`,
      `objective: ${JSON.stringify(short(topic, 120))}`,
      'competence: "UNESCO: Ethics of AI – Safe and responsible use"',
      'minutes: 3',
      'reviewed: 2026-11-20',
      'sources:',
      '  - title: "Panduan pegawai memakai AI generatif umum"',
      '    url: "https://digital.gov.au/policy/ai/staff-guidance-public-generative-ai"',
      '    date: "2025"',
      `task: ${JSON.stringify(short(topic, 200))}`,
      'questions:',
      ...Array.from({ length: questionsPerLesson }, (_, i) => question(id, topic, i + 1)).flat(),
      '---',
      body(topic),
      '',
    ].join('\n')
  }

  function body(topic: readonly string[]): string {
    const paragraphs: string[] = []
    for (let count = 0; count < BODY_WORDS;) {
      const text = [sentence(topic), sentence(topic)].join(' ')
      const form = random()
      paragraphs.push(form < 0.15 ? `- ${text}` : form < 0.25 ? `> ${text}` : `**${text}**`)
      if (form >= 0.4) paragraphs[paragraphs.length - 1] = text
      count += text.split(' ').length
    }
    return paragraphs.join('\n\n')
  }

  for (let track = 1; track <= tracks; track++) {
    const id = `lajur-${track}`
    const slugs = Array.from({ length: lessonsPerTrack }, (_, i) => `pelajaran-${i + 1}`)
    await mkdir(join(folder, id), { recursive: true })
    await writeFile(join(folder, id, 'track.yaml'), trackFile(id, track, slugs))
    for (const [index, slug] of slugs.entries()) {
      const file = `${String(index + 1).padStart(2, '0')}-${slug}.md`
      await writeFile(join(folder, id, file), lesson(`${id}-${slug}`))
    }
  }
  return [...topics]
}

function trackFile(id: string, number: number, slugs: readonly string[]): string {
  return [
    `id: ${id}`,
    `title: { id: "Lajur ${number}", en: "Track ${number}" }`,
    `description: { id: "Lajur nomor ${number}", en: "Track number ${number}" }`,
    'for: { kind: common }',
    'lessons:',
    ...slugs.map((slug) => `  - ${slug}`),
    '',
  ].join('\n')
}

/** The sentences of the shipped Indonesian lessons, without their Markdown. */
async function readSentences(): Promise<string[]> {
  const files = (await readdir(SHIPPED, { recursive: true })).filter((file) =>
    /\/\d\d-[a-z0-9-]+\.md$/.test(file),
  )
  const bodies = await Promise.all(
    files.toSorted().map(async (file) => {
      const text = await readFile(join(SHIPPED, file), 'utf8')
      return text.split('\n---\n')[1] ?? ''
    }),
  )
  return bodies
    .join(' ')
    .replaceAll(/[*_>`[\]()]|^\s*(?:-|\d+\.)\s/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?]) (?=[A-Z])/)
    .filter((sentence) => sentence.split(' ').length >= 5)
}

const ONSETS = ['b', 'd', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'ng', 'ny', 'c', 'j']
const VOWELS = ['a', 'a', 'a', 'i', 'u', 'e', 'o']
const CODAS = ['', '', '', 'ng', 'n', 'k', 's', 'r']

/** The name of a place that does not exist, as such names sound. */
function name(pick: <T>(items: readonly T[]) => T): string {
  const syllables = pick([3, 3, 4])
  return Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('')
}

/** A small generator of numbers from 0 to 1 that gives the same ones for the same seed. */
export function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
