import { sql, type SQL } from 'drizzle-orm'
import { rowsOf, type Db } from '../../platform/db/index.ts'
import type { Catalogue } from '../catalogue.ts'
import { lessonSearch } from '../schema.ts'
import {
  planIndex,
  searchRow,
  searchSources,
  type SearchKey,
  type SearchRow,
} from './search-row.ts'

/** Rows of one insert: about 1 MB. */
const CHUNK = 200

/** Any number will do that no other lock has, as long as every instance uses the same. */
const INDEX_LOCK = 7_305_469

/** Words of fewer letters are too short to be begun or mistyped in a way that can be told. */
const FEWEST_LETTERS = 3

/**
 * Makes the lessons of `catalogue` those that are searched: what is new or changed is written, what
 * was withdrawn goes, and the rest is not touched. All or nothing, and safe to repeat: at each start
 * and each reload, by any number of instances at once.
 */
export async function storeSearch(db: Db, catalogue: Catalogue): Promise<void> {
  const live = searchSources(catalogue)
  await db.transaction(async (tx) => {
    // Two at once would look at the same rows and write them in another order each.
    await tx.execute(sql`select pg_advisory_xact_lock(${INDEX_LOCK})`)
    const kept: SearchKey[] = await tx
      .select({
        lessonId: lessonSearch.lessonId,
        locale: lessonSearch.locale,
        hash: lessonSearch.hash,
      })
      .from(lessonSearch)
    const { write, remove } = planIndex(kept, live)
    if (write.length === 0 && remove.length === 0) return
    await tx.execute(sql`
      delete from lesson_search s
      using jsonb_to_recordset(${JSON.stringify(remove)}::jsonb) as r("lessonId" text, locale text)
      where s.lesson_id = r."lessonId" and s.locale = r.locale`)
    for (let start = 0; start < write.length; start += CHUNK) {
      await tx.execute(insertRows(write.slice(start, start + CHUNK).map(searchRow)))
    }
    await storeWords(tx)
  })
}

function insertRows(rows: readonly SearchRow[]): SQL {
  const flat = rows.map(({ weighted, ...row }) => ({ ...row, ...weighted }))
  return sql`
    insert into lesson_search (lesson_id, locale, track_id, hash, body, words, document)
    select r."lessonId", r.locale, r."trackId", r.hash, r.body, r.words,
      setweight(to_tsvector(c.config, r.a), 'A') || setweight(to_tsvector(c.config, r.b), 'B')
        || setweight(to_tsvector(c.config, r.c), 'C')
    from jsonb_to_recordset(${JSON.stringify(flat)}::jsonb) as r(
      "lessonId" text, locale text, "trackId" text, hash text, body text, words text[],
      a text, b text, c text)
    cross join lateral (select case r.locale when 'en' then 'english'::regconfig
      else 'indonesian'::regconfig end as config) c
    on conflict (lesson_id, locale) do update set
      track_id = excluded.track_id, hash = excluded.hash, body = excluded.body,
      words = excluded.words, document = excluded.document`
}

/**
 * The vocabulary anew, from what is there now. Only what differs is written: most words stay when a
 * lesson changes, and each one that is written costs its place in the index of trigrams.
 */
async function storeWords(tx: Db): Promise<void> {
  await rowsOf(
    tx,
    sql`
    with live as (
      select w.word, array_agg(distinct s.track_id order by s.track_id) as track_ids,
        count(distinct s.lesson_id)::int as lessons
      from lesson_search s cross join lateral unnest(s.words) as w(word)
      where length(w.word) >= ${FEWEST_LETTERS} and w.word !~ '[0-9]'
      group by w.word
    ), gone as (
      delete from lesson_words k where not exists (select from live l where l.word = k.word)
    )
    insert into lesson_words as k (word, track_ids, lessons)
    select word, track_ids, lessons from live
    on conflict (word) do update set track_ids = excluded.track_ids, lessons = excluded.lessons
    where (k.track_ids, k.lessons) is distinct from (excluded.track_ids, excluded.lessons)`,
  )
}
