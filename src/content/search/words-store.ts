import { sql } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../../platform/db/index.ts'
import { MOST_SLIPS, type Candidate } from './closest-word.ts'

/** Words that a beginning may be completed with; the most frequent ones. */
const MOST_COMPLETIONS = 8

/** Likely enough to hold the word that was meant; all of them are compared letter by letter. */
const MOST_CANDIDATES = 30

/** The fewest letters that are taken for the beginning of a word. */
const BEGINNING = 3

/** Which of the words lessons of these tracks hold, in any of their forms. */
export async function knownWords(
  db: Db,
  words: readonly string[],
  trackIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set()
  const rows = await rowsOf<{ word: string }>(
    db,
    sql`
    select t.word from unnest(${arrayOf(words, 'text')}) as t(word)
    where exists (
      select from lesson_search s
      where s.document @@ (to_tsquery('indonesian', quote_literal(t.word))
          || to_tsquery('english', quote_literal(t.word)))
        and s.track_id = any(${arrayOf(trackIds, 'text')}))`,
  )
  return new Set(rows.map(({ word }) => word))
}

/** Words of these tracks by their beginning. */
export async function completions(
  db: Db,
  beginnings: readonly string[],
  trackIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const long = beginnings.filter((beginning) => beginning.length >= BEGINNING)
  if (long.length === 0) return new Map()
  const rows = await rowsOf<{ beginning: string; words: string[] }>(
    db,
    sql`
    select t.beginning, array_agg(k.word order by k.lessons desc, k.word) as words
    from unnest(${arrayOf(long, 'text')}) as t(beginning)
    cross join lateral (
      select w.word, w.lessons from lesson_words w
      where w.word like t.beginning || '%' and w.track_ids && ${arrayOf(trackIds, 'text')}
      order by w.lessons desc, w.word limit ${MOST_COMPLETIONS}) k
    group by t.beginning`,
  )
  return new Map(rows.map(({ beginning, words }) => [beginning, words]))
}

/**
 * Words of these tracks that look like the mistyped ones, by their trigrams; none where pg_trgm is
 * not there. That is asked each time: a word that nobody knows is rare, the question costs a tenth
 * of a millisecond, and whoever adds the extension to a running system has it at once.
 */
export async function lookalikes(
  db: Db,
  mistyped: readonly string[],
  trackIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  if (mistyped.length === 0 || !(await hasTrigrams(db))) return new Map()
  const rows = await rowsOf<{ typed: string; candidates: Candidate[] }>(
    db,
    sql`
    select t.typed, json_agg(json_build_object('word', k.word, 'lessons', k.lessons)) as candidates
    from unnest(${arrayOf(mistyped, 'text')}) as t(typed)
    cross join lateral (
      select w.word, w.lessons from lesson_words w
      where length(w.word) between length(t.typed) - ${MOST_SLIPS} and length(t.typed) + ${MOST_SLIPS}
        and w.word % t.typed and w.track_ids && ${arrayOf(trackIds, 'text')}
      order by similarity(w.word, t.typed) desc, w.lessons desc, w.word
      limit ${MOST_CANDIDATES}) k
    group by t.typed`,
  )
  return new Map(rows.map(({ typed, candidates }) => [typed, candidates]))
}

async function hasTrigrams(db: Db): Promise<boolean> {
  const [row] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regoperator('%(text,text)') is not null as there`,
  )
  return row?.there === true
}
