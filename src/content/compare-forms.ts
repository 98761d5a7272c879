import { lessonFault, phrase, type LessonFault, type Phrase } from './faults/lesson-fault.ts'
import type { PhraseKey } from './faults/phrases.ts'
import type { ItemGroup, WrittenItem } from './find-items.ts'
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
): LessonFault[] {
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

function lengths(
  a: readonly WrittenItem[],
  b: readonly WrittenItem[],
  lineOf: LineOf,
): LessonFault[] {
  // A form that is missing altogether is said by the schema.
  if (a.length === b.length || a.length === 0 || b.length === 0) return []
  const line = lineOf(['forms', a.length < b.length ? 'a' : 'b'])
  return [lessonFault(line, 'forms-length', { a: a.length, b: b.length })]
}

function pairs(
  a: readonly WrittenItem[],
  b: readonly WrittenItem[],
  lineOf: LineOf,
): LessonFault[] {
  return b.flatMap((item, index) => {
    const twin = a[index]
    const { lesson } = item
    if (lesson === undefined || twin?.lesson === undefined || lesson === twin.lesson) return []
    const values = { item: named(item), lesson, twin: named(twin), other: twin.lesson }
    return [lessonFault(lineOf([...item.path, 'lesson']), 'forms-pair', values)]
  })
}

function unknownLessons(
  items: readonly WrittenItem[],
  { ids, complete }: TaughtLessons,
  lineOf: LineOf,
): LessonFault[] {
  if (!complete) return []
  return items.flatMap(({ lesson, path }) => {
    if (lesson === undefined || ids.includes(lesson)) return []
    return [lessonFault(lineOf([...path, 'lesson']), 'item-lesson-unknown', { lesson })]
  })
}

/** An item is asked in the days before its lesson: what is written too late would be asked too late. */
function outOfOrder(
  form: readonly WrittenItem[],
  { ids, ordered }: TaughtLessons,
  lineOf: LineOf,
): LessonFault[] {
  if (!ordered) return []
  return form.flatMap((item, index) => {
    const before = form[index - 1]
    const [place, last] = [ids.indexOf(item.lesson ?? ''), ids.indexOf(before?.lesson ?? '')]
    if (before === undefined || place === -1 || place >= last) return []
    const values = { item: named(item), before: named(before) }
    return [lessonFault(lineOf([...item.path, 'lesson']), 'items-out-of-order', values)]
  })
}

const NAMES = {
  a: 'item-of-a',
  b: 'item-of-b',
  delayed: 'item-of-delayed',
} as const satisfies Readonly<Record<ItemGroup, PhraseKey>>

function named({ id, group, path }: WrittenItem): Phrase {
  return id === undefined
    ? phrase(NAMES[group], { number: Number(path.at(-1)) + 1 })
    : phrase('item-with-id', { id })
}
