import { and, eq, gt, lte } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { practiceDrafts } from './schema.ts'

/** How long a text waits for a word about what it is. */
const KEPT_MS = 3600_000

export interface Draft {
  /** Masked. */
  readonly text: string
  /** The writer's message that holds it; null: not known. */
  readonly messageId: number | null
}

/** Keeps a masked text until its writer has said what it is. @returns its number */
export async function keepDraft(
  tx: Db,
  { personId, ...draft }: Draft & { readonly personId: string },
  now: Date,
): Promise<number> {
  await tx.delete(practiceDrafts).where(eq(practiceDrafts.personId, personId))
  const [row] = await tx
    .insert(practiceDrafts)
    .values({ personId, ...draft, expiresAt: new Date(now.getTime() + KEPT_MS) })
    .returning({ id: practiceDrafts.id })
  if (row === undefined) throw new Error('The new draft was not returned')
  return row.id
}

/** Takes the text away from here. @returns undefined: gone, of somebody else, or too old */
export async function takeDraft(
  tx: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
  now: Date,
): Promise<Draft | undefined> {
  const [row] = await tx
    .delete(practiceDrafts)
    .where(
      and(
        eq(practiceDrafts.id, id),
        eq(practiceDrafts.personId, personId),
        gt(practiceDrafts.expiresAt, now),
      ),
    )
    .returning({ text: practiceDrafts.text, messageId: practiceDrafts.messageId })
  return row
}

/** Nobody said what these are. */
export async function forgetDrafts(db: Db, now: Date): Promise<void> {
  await db.delete(practiceDrafts).where(lte(practiceDrafts.expiresAt, now))
}
