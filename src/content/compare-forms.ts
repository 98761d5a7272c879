import type { ItemGroup, WrittenItem } from './find-items.ts'
import type { Fault } from './problem.ts'
import type { YamlPath } from './yaml-document.ts'

/** The lessons of the track that an assessment belongs to, as far as they could be read. */
export interface TaughtLessons {
  readonly ids: readonly string[]
  /** `ids` stand in the order in which they are taught. */
  readonly ordered: boolean
  /** No lesson has an id that could not be read. */
  readonly complete: boolean
}

/**
 * What keeps two forms from being parallel, and an item from being asked before its lesson: forms of
 * different length, items at one place that test different lessons, lessons that are not in the
 * track, and a form that does not go along with it.
 */
export function compareForms(
  items: readonly WrittenItem[],
  lessons: TaughtLessons,
  lineOf: (path: YamlPath) => number,
): Fault[] {
  const a = items.filter(({ group }) => group === 'a')
  const b = items.filter(({ group }) => group === 'b')
  return [
    ...lengths(a, b, lineOf),
    ...pairs(a, b, lineOf),
    ...unknownLessons(items, lessons, lineOf),
    ...outOfOrder(a, lessons, lineOf),
    ...outOfOrder(b, lessons, lineOf),
  ]
}

type LineOf = (path: YamlPath) => number

function lengths(a: readonly WrittenItem[], b: readonly WrittenItem[], lineOf: LineOf): Fault[] {
  // A form that is missing altogether is said by the schema.
  if (a.length === b.length || a.length === 0 || b.length === 0) return []
  return [
    {
      line: lineOf(['forms', a.length < b.length ? 'a' : 'b']),
      what: `form a has ${a.length} items, and form b ${b.length}`,
      mend: 'write as many in each, the two at one place about the same lesson',
    },
  ]
}

function pairs(a: readonly WrittenItem[], b: readonly WrittenItem[], lineOf: LineOf): Fault[] {
  return b.flatMap((item, index) => {
    const twin = a[index]
    if (item.lesson === undefined || twin?.lesson === undefined) return []
    if (item.lesson === twin.lesson) return []
    return [
      {
        line: lineOf([...item.path, 'lesson']),
        what: `${named(item)} tests ${item.lesson}, but ${named(twin)} in the same place of form a tests ${twin.lesson}`,
        mend: 'test the same lesson in both',
      },
    ]
  })
}

function unknownLessons(
  items: readonly WrittenItem[],
  { ids, complete }: TaughtLessons,
  lineOf: LineOf,
): Fault[] {
  if (!complete) return []
  return items.flatMap(({ lesson, path }) => {
    if (lesson === undefined || ids.includes(lesson)) return []
    return [
      {
        line: lineOf([...path, 'lesson']),
        what: `lesson ${lesson} is not in this track`,
        mend: 'name a lesson of the track by its id',
      },
    ]
  })
}

/** An item is asked in the days before its lesson: what is written too late would be asked too late. */
function outOfOrder(
  form: readonly WrittenItem[],
  { ids, ordered }: TaughtLessons,
  lineOf: LineOf,
): Fault[] {
  if (!ordered) return []
  return form.flatMap((item, index) => {
    const before = form[index - 1]
    const [place, last] = [ids.indexOf(item.lesson ?? ''), ids.indexOf(before?.lesson ?? '')]
    if (before === undefined || place === -1 || place >= last) return []
    return [
      {
        line: lineOf([...item.path, 'lesson']),
        what: `${named(item)} tests a lesson that comes before that of ${named(before)}`,
        mend: 'put the items in the order of the lessons',
      },
    ]
  })
}

const NAMES: Readonly<Record<ItemGroup, string>> = {
  a: 'of form a',
  b: 'of form b',
  delayed: 'of the delayed check',
}

function named({ id, group, path }: WrittenItem): string {
  return id === undefined ? `item ${Number(path.at(-1)) + 1} ${NAMES[group]}` : `item ${id}`
}
