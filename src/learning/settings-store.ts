import { eq, sql } from 'drizzle-orm'
import { anyOf, type Db } from '../platform/db/index.ts'
import { settings } from './schema.ts'
import { settingNames, settingsSchema, type SettingName, type Settings } from './settings.ts'

/**
 * What is set, with the defaults for all that is not. A name that this version does not know was set by a
 * newer one beside it, and is passed over.
 */
export async function readSettings(db: Db): Promise<Settings> {
  // As text: Drizzle parses a string that stands in JSON once more, and a NIP would become a number.
  const value = sql<string>`${settings.value}::text`
  const rows = await db
    .select({ name: settings.name, value })
    .from(settings)
    .where(anyOf(settings.name, settingNames))
  return settingsSchema.parse(
    Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown])),
  )
}

/** @param value undefined: the default again */
export async function writeSetting<N extends SettingName>(
  db: Db,
  name: N,
  value: Settings[N] | undefined,
  now: Date,
): Promise<void> {
  if (value === undefined) {
    await db.delete(settings).where(eq(settings.name, name))
    return
  }
  await db
    .insert(settings)
    .values({ name, value, changedAt: now })
    .onConflictDoUpdate({ target: settings.name, set: { value, changedAt: now } })
}
