import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, type Db } from '../platform/db/index.ts'
import type { Assessment, Catalogue } from './catalogue.ts'

/**
 * Makes a catalogue the live one in Postgres, where planning chooses from it: what is gone from it
 * goes here too. Safe to run again, and by several instances at once.
 */
export async function storeLive(db: Db, catalogue: Catalogue): Promise<void> {
  const { tracks } = catalogue
  const lessons = [...catalogue.lessons.values()]
  const questions = lessons.flatMap((lesson) =>
    lesson.questions.map((question, index) => ({ ...question, position: index + 1 })),
  )
  await db.transaction(async (tx) => {
    // Instances that start together take turns.
    await tx.execute(sql`lock table live_tracks in share row exclusive mode`)
    await replaceAll(tx, 'live_tracks', {
      track_id: text(tracks.map(({ id }) => id)),
      position: small(tracks.map((_, index) => index + 1)),
      for_kind: text(tracks.map((track) => track.for.kind)),
      for_value: text(tracks.map((track) => ('value' in track.for ? track.for.value : null))),
    })
    await replaceAll(tx, 'live_lessons', {
      lesson_id: text(lessons.map(({ id }) => id)),
      hash: text(lessons.map(({ hash }) => hash)),
      track_id: text(lessons.map(({ trackId }) => trackId)),
      position: small(lessons.map(({ position }) => position)),
    })
    await replaceAll(tx, 'live_questions', {
      question_id: text(questions.map(({ id }) => id)),
      hash: text(questions.map(({ hash }) => hash)),
      lesson_id: text(questions.map(({ lessonId }) => lessonId)),
      position: small(questions.map(({ position }) => position)),
      tag: text(questions.map(({ tags }) => tags[0] ?? null)),
    })
    const items = tracks.flatMap(({ id, assessment }) =>
      assessment === undefined ? [] : placedItems(id, assessment),
    )
    await replaceAll(tx, 'live_items', {
      question_id: text(items.map(({ id }) => id)),
      hash: text(items.map(({ hash }) => hash)),
      track_id: text(items.map(({ trackId }) => trackId)),
      form: text(items.map(({ form }) => form)),
      position: small(items.map(({ position }) => position)),
      lesson_id: text(items.map(({ lessonId }) => lessonId)),
    })
  })
}

function placedItems(trackId: string, { forms, delayed }: Assessment) {
  return Object.entries({ ...forms, delayed }).flatMap(([form, items]) =>
    items.map((item, index) => ({ ...item, trackId, form, position: index + 1 })),
  )
}

const text = (values: readonly (string | null)[]): SQL => arrayOf(values, 'text')
const small = (values: readonly number[]): SQL => arrayOf(values, 'smallint')

/** A table becomes the given columns; its key is the first. Rows that stay the same are not written. */
async function replaceAll(
  tx: Db,
  table: string,
  columns: Readonly<Record<string, SQL>>,
): Promise<void> {
  const names = Object.keys(columns)
  const name = sql.identifier(table)
  const key = sql.identifier(names[0] ?? '')
  const list = (prefix: string): SQL =>
    sql.join(
      names.map((column) => sql`${sql.raw(prefix)}${sql.identifier(column)}`),
      sql`, `,
    )
  const given = sql`unnest(${sql.join(Object.values(columns), sql`, `)}) as g(${list('')})`
  await tx.execute(sql`
    delete from ${name} t where not exists (select 1 from ${given} where g.${key} = t.${key})`)
  await tx.execute(sql`
    insert into ${name} as t (${list('')}) select ${list('g.')} from ${given}
    on conflict (${key}) do update set (${list('')}) = row (${list('excluded.')})
    where (${list('t.')}) is distinct from (${list('excluded.')})`)
}
