import { z } from 'zod'
import { phrase, type FaultValues, type Phrase } from './faults/lesson-fault.ts'
import { OwnRule } from './faults/own-rule.ts'
import type { LessonFaultKey } from './faults/problems.ts'
import type { YamlPath } from './yaml-document.ts'

export interface Explanation {
  readonly path: YamlPath
  readonly key: LessonFaultKey
  readonly values: FaultValues
}

/**
 * What is wanted at each place, in words that go on after "write …", by the path without list
 * positions ("questions.text"); a place that is missing here takes the words of the one around it.
 */
export type Expected = Readonly<Record<string, Phrase>>

/** A zod issue in the words of someone who writes lessons. Several for several unknown keys. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  expected: Expected,
): Explanation[] {
  const { path } = issue
  const place = placeOf(path)
  const wanted = expectedAt(path, expected)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldsAt(schema, path).join(', ')
      return issue.keys.map((key) => ({
        path: [...path, key],
        key: 'key-unknown',
        values: { key, known },
      }))
    }
    case 'invalid_key':
      return [{ path, key: 'key-unusable', values: { place, wanted } }]
    case 'too_big': {
      const most = Number(issue.maximum)
      return isNumber(issue.input)
        ? [{ path, key: 'value-too-large', values: { place, value: issue.input, most, wanted } }]
        : [{ path, key: 'value-too-long', values: { place, most, wanted } }]
    }
    case 'too_small':
      return isNumber(issue.input)
        ? [{ path, key: 'value-wrong', values: { place, value: issue.input, wanted } }]
        : [{ path, key: 'value-empty', values: { place, wanted } }]
    case 'custom':
      return [{ path, ...custom(place, issue, wanted) }]
    case 'invalid_union':
      return [{ path, key: 'value-unknown', values: { place, wanted } }]
    default:
      return [{ path, ...wrongValue(place, issue.input, wanted) }]
  }
}

type Said = Omit<Explanation, 'path'>

function wrongValue(place: Phrase, input: unknown, wanted: Phrase): Said {
  if (input === undefined) return { key: 'value-missing', values: { place, wanted } }
  if (input === null || input === '') return { key: 'value-empty', values: { place, wanted } }
  const key =
    isNumber(input) || typeof input === 'boolean' ? 'value-looks-otherwise' : 'value-wrong'
  return { key, values: { place, value: shown(input), wanted } }
}

/** A rule of our own: `params` say what it was about. */
function custom(place: Phrase, issue: z.core.$ZodIssueCustom, wanted: Phrase): Said {
  const { rule, limit } = issue.params ?? {}
  if (rule instanceof OwnRule) return { key: rule.key, values: rule.valuesOf(issue.input) }
  if (typeof limit !== 'number' || typeof issue.input !== 'string') {
    return wrongValue(place, issue.input, wanted)
  }
  const { length } = issue.input
  return { key: 'too-many-characters', values: { place, length, limit, over: length - limit } }
}

/** "`text`", "item 2 of `lessons`", "option `a`"; the line says which lesson or question. */
function placeOf(path: YamlPath): Phrase {
  const last = path.at(-1)
  const before = path.at(-2)
  if (last === undefined) return phrase('at-whole')
  if (typeof last === 'number') {
    return phrase('at-item', { number: last + 1, list: String(before) })
  }
  return phrase(before === 'options' ? 'at-option' : 'at-field', { key: String(last) })
}

function shown(input: unknown): string | Phrase {
  if (Array.isArray(input)) return phrase('list-of-values')
  if (typeof input === 'object') return phrase('group-of-keys')
  return JSON.stringify(input)
}

function expectedAt(path: YamlPath, expected: Expected): Phrase {
  for (let steps = path.filter((step) => typeof step !== 'number'); ; steps = steps.slice(0, -1)) {
    const words = expected[steps.join('.')]
    if (words !== undefined) return words
    if (steps.length === 0) return phrase('any')
  }
}

function fieldsAt(schema: z.ZodType, path: YamlPath): string[] {
  let at: unknown = schema
  for (const step of path) {
    at = unwrapped(at)
    if (at instanceof z.ZodObject) at = at.shape[String(step)]
    else if (at instanceof z.ZodArray) at = at.element
  }
  const found = unwrapped(at)
  if (found instanceof z.ZodObject) return Object.keys(found.shape)
  if (found instanceof z.ZodDiscriminatedUnion) {
    return [...new Set(found.options.flatMap((option) => fieldsAt(option as z.ZodType, [])))]
  }
  return []
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema
}

function isNumber(input: unknown): input is number {
  return typeof input === 'number'
}
