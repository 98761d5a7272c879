import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../../platform/db/index.ts'
import type { Locale } from '../catalogue.ts'
import { FOUND } from './passage.ts'

/** Words of which any will do, each a word or the words of a quotation in their order. */
export type Choice = readonly (readonly string[])[]

/** What the lessons are to hold: all of the choices, or any of them. */
export interface Wanted {
  readonly choices: readonly Choice[]
  readonly every: boolean
}

export interface FindOptions {
  /** Tracks that the person may read: nothing of any other is found. */
  readonly trackIds: readonly string[]
  /** Of the passages; where a lesson is not in it, Indonesian. */
  readonly locale: Locale
  readonly offset: number
  readonly limit: number
}

export interface FoundLesson {
  readonly lessonId: string
  /** As Postgres marks it; see readPassage. */
  readonly headline: string
  readonly body: string
}

/**
 * Rank by cover density: words that stand close to each other count for more, those of the title
 * most (weights of D, C, B, A); divided by 1 + the logarithm of the lesson's length (1).
 */
const RANK = sql.raw(`'{0.1, 0.2, 0.4, 1.0}'`)

/** A lesson whose title alone holds what was looked for is most often the one that was meant. */
const TITLE = sql.raw('3')

/**
 * 15-30 words around what was found: three or four lines on a phone. One fragment, since only a
 * fragment has words before the first one that was found; without, a passage begins with it.
 */
const HEADLINE = `StartSel="${FOUND.start}", StopSel="${FOUND.end}", MinWords=15, MaxWords=30, ShortWord=2, MaxFragments=1`

/** Lessons of these tracks that hold what is wanted, in either language; each once, best first. */
export async function findLessons(
  db: Db,
  wanted: Wanted,
  { trackIds, locale, offset, limit }: FindOptions,
): Promise<FoundLesson[]> {
  if (wanted.choices.length === 0 || trackIds.length === 0) return []
  return rowsOf<{ lessonId: string; headline: string; body: string }>(
    db,
    sql`
    with wanted as materialized (
      select ${queryOf(wanted)} as query, ${queryOf(wanted, ':A')} as title),
    found as materialized (
      select s.lesson_id, max(ts_rank_cd(${RANK}, s.document, w.query, 1)
        * case when s.document @@ w.title then ${TITLE} else 1 end) as rank
      from wanted w join lesson_search s on s.document @@ w.query
      where s.track_id = any(${arrayOf(trackIds, 'text')})
      group by s.lesson_id order by rank desc, s.lesson_id limit ${limit} offset ${offset}
    )
    select f.lesson_id as "lessonId", r.body,
      ts_headline(case r.locale when 'en' then 'english'::regconfig else 'indonesian'::regconfig end,
        r.body, w.query, ${HEADLINE}) as headline
    from found f cross join wanted w
    cross join lateral (
      select s.locale, s.body from lesson_search s where s.lesson_id = f.lesson_id
      order by s.locale = ${locale} desc, s.locale = 'id' desc limit 1) r
    order by f.rank desc, f.lesson_id`,
  )
}

/**
 * Both languages at once: Indonesian lessons hold English words and the other way round. Words are
 * letters and digits alone (see wordsOf), so that nothing in them can be an operator.
 * @param weight `:A` for words of the title alone
 */
function queryOf({ choices, every }: Wanted, weight: '' | ':A' = ''): SQL {
  const parts = choices.map((choice) => {
    const any = choice.flatMap((words) => {
      const text = words.map((word) => `'${word}'${weight}`).join(' <-> ')
      return [sql`to_tsquery('indonesian', ${text})`, sql`to_tsquery('english', ${text})`]
    })
    return sql`(${sql.join(any, sql` || `)})`
  })
  return sql.join(parts, every ? sql` && ` : sql` || `)
}
