import type { Problem } from '../problem.ts'
import type { YamlPath } from '../yaml-document.ts'
import type { PresentIds, PresentLesson } from './present-ids.ts'
import { PUBLISHED_FILE, type PublishedFields } from './published-schema.ts'

/**
 * Published ids that are gone, that stand for something else now, or that were retired and are used
 * again. Answers and review dates are kept under an id for years: each of these would count them for
 * a question that nobody was asked.
 * @param lineOf of a path in published.yaml
 */
export function comparePublished(
  published: PublishedFields,
  present: PresentIds,
  lineOf: (path: YamlPath) => number,
): Problem[] {
  const retired = new Set(published.retired)
  const homes = homesOf(published)
  const gone = [...goneTracks(published, present), ...goneLessons(published, present)]
  return [
    ...gone
      .filter(({ id }) => !retired.has(id))
      .map(({ kind, id, path }) => ({
        file: PUBLISHED_FILE,
        line: lineOf(path),
        what: `${kind} id ${id} was published and is gone`,
        mend: `bring it back under this id, or move the id from \`${path[0]}\` to \`retired\``,
      })),
    ...present.tracks.flatMap((track) => usedAgain(retired, track.file, [track])),
    ...present.lessons.flatMap((lesson) => [
      ...usedAgain(retired, lesson.file, [lesson, ...lesson.questions]),
      ...movedOrChanged(homes, lesson),
    ]),
  ]
}

interface Gone {
  readonly kind: string
  readonly id: string
  readonly path: readonly [string, ...(string | number)[]]
}

/** None where a track.yaml cannot be read, since it may hold any id: it is mended first. */
function goneTracks({ tracks = [] }: PublishedFields, present: PresentIds): Gone[] {
  const here = new Set(present.tracks.map(({ id }) => id))
  if (here.has(undefined)) return []
  return tracks.flatMap((id, index) =>
    here.has(id) ? [] : [{ kind: 'track', id, path: ['tracks', index] }],
  )
}

/** None where a lesson cannot be read, for the same reason. */
function goneLessons({ lessons }: PublishedFields, present: PresentIds): Gone[] {
  const here = new Set(present.lessons.map(({ id }) => id))
  if (here.has(undefined)) return []
  const asked = new Set(present.lessons.flatMap(({ questions }) => questions.map(({ id }) => id)))
  return Object.entries(lessons).flatMap(([lesson, its]): Gone[] => [
    ...(here.has(lesson)
      ? []
      : [{ kind: 'lesson', id: lesson, path: ['lessons', lesson] } satisfies Gone]),
    ...Object.keys(its).flatMap((id): Gone[] =>
      asked.has(id) ? [] : [{ kind: 'question', id, path: ['lessons', lesson, id] }],
    ),
  ])
}

export function usedAgain(
  retired: ReadonlySet<string>,
  home: string,
  used: readonly {
    readonly id: string | undefined
    readonly line: number
    readonly file?: string
  }[],
): Problem[] {
  return used.flatMap(({ id, line, file = home }) => {
    if (id === undefined || !retired.has(id)) return []
    return [
      {
        file,
        line,
        what: `id ${id} was retired`,
        mend: `give another id, since old answers are kept under this one, or take it off \`retired\` in ${PUBLISHED_FILE} if it is the same thing again`,
      },
    ]
  })
}

interface Home {
  readonly lesson: string
  readonly objective: string
}

/** Where each published question stood, and what it tested. */
function homesOf({ lessons }: PublishedFields): ReadonlyMap<string, Home> {
  return new Map(
    Object.entries(lessons).flatMap(([lesson, its]) =>
      Object.entries(its).map(([id, objective]) => [id, { lesson, objective }] as const),
    ),
  )
}

function movedOrChanged(
  homes: ReadonlyMap<string, Home>,
  { id: lesson, file: home, questions }: PresentLesson,
): Problem[] {
  return questions.flatMap(({ id, line, file = home, objective }): Problem[] => {
    const home = homes.get(id)
    if (home === undefined) return []
    if (lesson !== undefined && home.lesson !== lesson) {
      return [
        {
          file,
          line,
          what: `question id ${id} was published in lesson ${home.lesson}, and stands in ${lesson}`,
          mend: 'bring it back there, or give the question here another id',
        },
      ]
    }
    if (objective === undefined || tidy(objective) === tidy(home.objective)) return []
    return [
      {
        file,
        line,
        what: `question ${id} was published with another objective (${JSON.stringify(home.objective)})`,
        mend: `give a question that tests something else another id; if it tests the same, write the new wording in ${PUBLISHED_FILE} too`,
      },
    ]
  })
}

export function tidy(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}
