import { and, eq, sql } from 'drizzle-orm'
import type { Ended } from '../../messaging/index.ts'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import { surveyAnswers, surveyAsks } from './schema.ts'

/** Which survey, and when in somebody's learning; see schema.ts. */
export interface SurveyPlace {
  readonly survey: 'attitude' | 'work'
  readonly occasion: string
}

export interface SurveyStanding {
  readonly declined: boolean
  /** What was said so far, by statement or question. */
  readonly said: Readonly<Record<string, string>>
}

/** @returns undefined when it was never asked of the person */
export async function readSurvey(
  db: Db,
  personId: string,
  { survey, occasion }: SurveyPlace,
): Promise<SurveyStanding | undefined> {
  const [row] = await rowsOf<{ declined: boolean; said: Record<string, string> | null }>(
    db,
    sql`
    select s.declined, (
        select json_object_agg(a.item_id, a.value) from survey_answers a
        where a.person_id = s.person_id and a.survey = s.survey and a.occasion = s.occasion) as said
    from survey_asks s
    where s.person_id = ${personId} and s.survey = ${survey} and s.occasion = ${occasion}`,
  )
  return row === undefined ? undefined : { declined: row.declined, said: row.said ?? {} }
}

/** Keeps what was said, once for each statement: a second tap changes nothing. */
export async function keepSurveyAnswer(
  tx: Db,
  answer: typeof surveyAnswers.$inferInsert,
): Promise<void> {
  await tx.insert(surveyAnswers).values(answer).onConflictDoNothing()
}

export async function declineSurvey(tx: Db, personId: string, place: SurveyPlace): Promise<void> {
  await tx
    .update(surveyAsks)
    .set({ declined: true })
    .where(
      and(
        eq(surveyAsks.personId, personId),
        eq(surveyAsks.survey, place.survey),
        eq(surveyAsks.occasion, place.occasion),
      ),
    )
}

/** What never arrived was never asked, and has no part in any share. */
export async function forgetSurveys(tx: Db, lost: readonly Ended[]): Promise<void> {
  for (const { personId, args } of lost) {
    if (personId === null) continue
    const { survey, occasion } = args as Record<string, unknown> & SurveyPlace
    await tx.execute(sql`
      delete from survey_asks s where s.person_id = ${personId} and s.survey = ${survey}
        and s.occasion = ${occasion} and not exists (
          select 1 from survey_answers a where a.person_id = s.person_id
            and a.survey = s.survey and a.occasion = s.occasion)`)
  }
}
