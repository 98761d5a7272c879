import type { Db } from '../../platform/db/index.ts'
import { closestWord, type Candidate } from './closest-word.ts'
import { findLessons, type Choice, type FindOptions, type FoundLesson } from './find-store.ts'
import { readPassage, type PassagePart } from './passage.ts'
import { fitting, parseQuery, tells, writeQuery, type Term } from './query.ts'
import { completions, knownWords, lookalikes } from './words-store.ts'

export interface SearchHit {
  readonly lessonId: string
  readonly passage: readonly PassagePart[]
}

export interface FoundInLessons {
  /** What was looked for in the end, in words of the lessons alone; searched again, it finds the same. */
  readonly query: string
  /** A word was taken for another that looks like it. */
  readonly corrected: boolean
  /** No lesson holds all that was typed: these hold some of it. */
  readonly partly: boolean
  readonly hits: readonly SearchHit[]
  /** There are others after these. */
  readonly more: boolean
}

export type SearchResult =
  | { readonly kind: 'found'; readonly found: FoundInLessons }
  | { readonly kind: 'nothing' }
  /** There was no word in it. */
  | { readonly kind: 'no_words' }

/**
 * Looks for what a person typed, in lessons of the tracks that `options` names and in no others.
 * First for lessons that hold every word; where there is none, each word that no lesson holds is
 * completed or corrected, and in the end any of the words will do. Takes any text, and never fails
 * for what it is.
 */
export async function searchLessons(
  db: Db,
  typed: string,
  options: FindOptions,
): Promise<SearchResult> {
  const terms = parseQuery(typed)
  if (terms.length === 0) return { kind: 'no_words' }
  if (options.trackIds.length === 0) return { kind: 'nothing' }
  // One more than asked for says whether there is another page.
  const asked = { ...options, limit: options.limit + 1 }
  const exact = terms.map((term): Choice => [term])
  const all = await findLessons(db, { choices: exact, every: true }, asked)
  const first = { options, terms, corrected: false, partly: false }
  if (all.length > 0) return found(all, first)
  const resolution = await resolve(db, terms, options.trackIds)
  const resolved = fitting(resolution.resolved, ({ term }) => term)
  const kept = resolved.map(({ term }) => term)
  const choices = resolved.map(({ choice }) => choice)
  const corrected = resolved.some((one) => one.corrected)
  const partly = !resolution.whole || resolved.length < resolution.resolved.length
  const wider = { options, terms: kept, corrected, partly }
  const every = await findLessons(db, { choices, every: true }, asked)
  if (every.length > 0) return found(every, wider)
  const any = await findLessons(db, { choices, every: false }, asked)
  return any.length > 0 ? found(any, { ...wider, partly: true }) : { kind: 'nothing' }
}

interface Resolved {
  /** As it is shown and searched again. */
  readonly term: Term
  readonly choice: Choice
  readonly corrected: boolean
}

/**
 * What each word stands for: itself, what it begins, or what it was meant to be. Others are left
 * out, and so is what two words stand for the second time: `parseQuery` would not read it again.
 */
async function resolve(
  db: Db,
  terms: readonly Term[],
  trackIds: readonly string[],
): Promise<{
  readonly resolved: readonly Resolved[]
  /** Nothing was left out: every word stands for something, and no quotation was taken apart. */
  readonly whole: boolean
}> {
  // A quotation that was not found is only its words.
  const words = [...new Set(terms.flat())]
  const known = await knownWords(db, words, trackIds)
  const unknown = words.filter((word) => !known.has(word))
  const completed = await completions(db, unknown, trackIds)
  const mistyped = unknown.filter((word) => !completed.has(word))
  const alike = await lookalikes(db, mistyped, trackIds)
  const findable = await tellingAndKnown(db, [...alike.values()].flat(), trackIds)
  const resolved = words.flatMap((word): Resolved[] => {
    if (known.has(word)) return [{ term: [word], choice: [[word]], corrected: false }]
    const begun = completed.get(word)
    if (begun !== undefined) {
      return [{ term: [word], choice: begun.map((one) => [one]), corrected: false }]
    }
    const candidates = (alike.get(word) ?? []).filter((one) => findable.has(one.word))
    const meant = closestWord(word, candidates)
    return meant === undefined ? [] : [{ term: [meant], choice: [[meant]], corrected: true }]
  })
  const whole = resolved.length === words.length && terms.every((term) => term.length === 1)
  return { resolved: distinct(resolved), whole }
}

/** Each word once; as it was typed rather than as what another was corrected to. */
function distinct(resolved: readonly Resolved[]): Resolved[] {
  const byWord = new Map<string, Resolved>()
  for (const one of resolved) {
    const word = writeQuery([one.term])
    if (byWord.get(word)?.corrected !== false) byWord.set(word, one)
  }
  return [...byWord.values()]
}

/**
 * Those of the candidates that a query may hold: searched again, a word that says nothing would be
 * passed over, and one that the dictionaries leave out (a stop word) taken for a beginning.
 */
async function tellingAndKnown(
  db: Db,
  candidates: readonly Candidate[],
  trackIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const words = [...new Set(candidates.map(({ word }) => word))].filter(tells)
  return knownWords(db, words, trackIds)
}

function found(
  lessons: readonly FoundLesson[],
  {
    options,
    terms,
    corrected,
    partly,
  }: Pick<FoundInLessons, 'corrected' | 'partly'> & {
    readonly options: FindOptions
    readonly terms: readonly Term[]
  },
): SearchResult {
  return {
    kind: 'found',
    found: {
      query: writeQuery(terms),
      corrected,
      partly,
      hits: lessons.slice(0, options.limit).map(({ lessonId, headline, body }) => ({
        lessonId,
        passage: readPassage(headline, body),
      })),
      more: lessons.length > options.limit,
    },
  }
}
