import { z } from 'zod'
import type { YamlPath } from './yaml-document.ts'

export interface Explanation {
  readonly path: YamlPath
  readonly what: string
  readonly mend: string
}

/**
 * What stands at each place, in plain words that go on after "write …", by the path without list
 * positions ("questions.text"); a place that is missing here takes the words of the one around it.
 */
export type Expected = Readonly<Record<string, string>>

/** A zod issue in the words of someone who writes lessons. Several for several unknown keys. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  expected: Expected,
): Explanation[] {
  const { path } = issue
  const name = nameOf(path)
  const wanted = expectedAt(path, expected)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        what: `\`${key}\` is not known here`,
        mend: `remove it, or write one of ${fieldsAt(schema, path).join(', ')}`,
      }))
    case 'invalid_key':
      return [{ path, what: `${name} has a key that cannot be used`, mend: `write ${wanted}` }]
    case 'too_big':
      return [
        {
          path,
          what: `${name} is ${isNumber(issue.input) ? issue.input : 'too long'}, and the most is ${issue.maximum}`,
          mend: `write ${wanted}`,
        },
      ]
    case 'too_small':
      return [
        {
          path,
          what: `${name} is ${isNumber(issue.input) ? `${issue.input}` : 'empty'}`,
          mend: `write ${wanted}`,
        },
      ]
    case 'custom':
      return [{ path, ...custom(name, issue, wanted) }]
    case 'invalid_union':
      return [{ path, what: `${name} is not one that is known`, mend: `write ${wanted}` }]
    default:
      return [{ path, ...wrongValue(name, issue.input, wanted) }]
  }
}

function wrongValue(name: string, input: unknown, wanted: string): Omit<Explanation, 'path'> {
  if (input === undefined) return { what: `${name} is missing`, mend: `add ${wanted}` }
  if (input === null || input === '') return { what: `${name} is empty`, mend: `write ${wanted}` }
  const quotes =
    isNumber(input) || typeof input === 'boolean'
      ? ' (a text that looks like a number goes in quotes)'
      : ''
  return { what: `${name} is ${shown(input)}`, mend: `write ${wanted}${quotes}` }
}

/** A rule of our own: `params` say what it was about. */
function custom(name: string, issue: z.core.$ZodIssueCustom, wanted: string) {
  const { mend, limit } = issue.params ?? {}
  if (typeof mend === 'string') return { what: issue.message, mend }
  if (typeof limit !== 'number' || typeof issue.input !== 'string') {
    return wrongValue(name, issue.input, wanted)
  }
  const { length } = issue.input
  return {
    what: `${name} has ${length} characters, and the limit is ${limit}`,
    mend: `shorten it by ${length - limit}`,
  }
}

/** "`text`", "item 2 of `lessons`", "option `a`"; the line says which lesson or question. */
function nameOf(path: YamlPath): string {
  const last = path.at(-1)
  const before = path.at(-2)
  if (last === undefined) return 'the front matter'
  if (typeof last === 'number') return `item ${last + 1} of \`${String(before)}\``
  return before === 'options' ? `option \`${String(last)}\`` : `\`${String(last)}\``
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'a group of keys'
  return JSON.stringify(input)
}

function expectedAt(path: YamlPath, expected: Expected): string {
  for (let steps = path.filter((step) => typeof step !== 'number'); ; steps = steps.slice(0, -1)) {
    const words = expected[steps.join('.')]
    if (words !== undefined) return words
    if (steps.length === 0) return 'what the format asks for'
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
