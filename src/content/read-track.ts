import { join } from 'node:path'
import type { Assessment, Lesson, Track } from './catalogue.ts'
import { checkFields } from './check-fields.ts'
import type { TaughtLessons } from './compare-forms.ts'
import { lessonFault, type LessonProblem } from './faults/lesson-fault.ts'
import { listLessons } from './list-lessons.ts'
import { findPersonalData } from './personal-data.ts'
import { readAssessment, type ReadAssessment } from './read-assessment.ts'
import { readLesson, type ReadLesson } from './read-lesson.ts'
import { readText } from './read-text.ts'
import { trackExpected, trackSchema, type TrackFields } from './track-schema.ts'
import { parseYaml } from './yaml-document.ts'

export interface ReadTrack {
  /** The name of its folder. */
  readonly folder: string
  /** Undefined where track.yaml is wrong; without the lessons that are wrong. */
  readonly track: Track | undefined
  /** Of the track, with the place where it stands. */
  readonly id: { readonly id: string; readonly file: string; readonly line: number } | undefined
  readonly lessons: readonly ReadLesson[]
  /** Undefined where the track has none. */
  readonly assessment: ReadAssessment | undefined
  readonly problems: readonly LessonProblem[]
}

/** One folder below the lessons' folder: track.yaml, its lessons, and its assessment. */
export async function readTrack(folder: string, name: string): Promise<ReadTrack> {
  const file = `${name}/track.yaml`
  const listed = await listLessons(folder, name)
  const { fields, faults, lineOf } = await readTrackFile(join(folder, file))
  const problems = [...listed.problems, ...faults.map((fault) => ({ file, ...fault }))]
  const slugs = fields?.lessons ?? []

  slugs.forEach((slug, index) => {
    const line = lineOf(['lessons', index])
    if (slugs.indexOf(slug) !== index) {
      problems.push({ file, ...lessonFault(line, 'lesson-named-twice', { slug }) })
    } else if (!listed.files.has(slug)) {
      const values = { slug, folder: name }
      problems.push({ file, ...lessonFault(line, 'lesson-without-file', values) })
    }
  })
  for (const [slug, { id }] of listed.files) {
    if (fields === undefined || slugs.includes(slug)) continue
    problems.push({ file: id, ...lessonFault(1, 'lesson-not-named', { slug, file }) })
  }
  const lessons = await inBatches([...listed.files], (files) => {
    const [slug] = files
    const placed = { trackId: fields?.id ?? name, slug, position: slugs.indexOf(slug) + 1 }
    return readLesson(folder, files[1], placed)
  })
  const built = lessons.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson]))
  built.sort((a, b) => a.position - b.position)
  const assessment = listed.assessed
    ? await readAssessment(folder, name, taughtLessons(lessons, built))
    : undefined
  return {
    folder: name,
    id: fields === undefined ? undefined : { id: fields.id, file, line: lineOf(['id']) },
    track: fields === undefined ? undefined : trackOf(fields, built, assessment?.assessment),
    lessons,
    assessment,
    problems,
  }
}

/** So many lessons at once keep the disk busy; all of them at once would fill the memory. */
const BATCH = 4

async function inBatches<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let start = 0; start < items.length; start += BATCH) {
    done.push(...(await Promise.all(items.slice(start, start + BATCH).map(read))))
  }
  return done
}

function taughtLessons(lessons: readonly ReadLesson[], built: readonly Lesson[]): TaughtLessons {
  const found = lessons.flatMap(({ ids }) => ids.filter(({ kind }) => kind === 'lesson'))
  const ordered = built.length === lessons.length
  return {
    ids: (ordered ? built : found).map(({ id }) => id),
    ordered,
    complete: found.length === lessons.length,
  }
}

function trackOf(
  fields: TrackFields,
  lessons: readonly Lesson[],
  assessment: Assessment | undefined,
): Track {
  return {
    id: fields.id,
    title: fields.title,
    description: fields.description,
    for: fields.for,
    lessons,
    ...(assessment === undefined ? {} : { assessment }),
  }
}

async function readTrackFile(path: string) {
  const read = await readText(path)
  if (!read.ok) return { fields: undefined, faults: [read.fault], lineOf: () => 1 }
  const document = parseYaml(read.text)
  const { fields, faults } = checkFields(document, trackSchema, trackExpected)
  return { fields, faults: [...faults, ...findPersonalData(read.text)], lineOf: document.lineOf }
}
