import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Session } from './session.ts'

/** A step of the schema, as it stands in the folder. */
export interface Migration {
  /** The moment that names it in the journal; they are applied in this order. */
  readonly when: number
  readonly hash: string
  readonly statements: readonly string[]
}

export function readMigrations(folder: string): Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ sql, folderMillis, hash }) => ({
    when: folderMillis,
    hash,
    statements: sql,
  }))
}

/**
 * Applies migrations within the caller's transaction and keeps book of them as Drizzle's migrator does,
 * which takes a transaction of its own and always goes up to the last.
 */
export async function applyMigrations(
  session: Session,
  migrations: readonly Migration[],
): Promise<void> {
  await session.run(`
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations (
      id serial primary key, hash text not null, created_at bigint)`)
  for (const { when, hash, statements } of migrations) {
    for (const statement of statements) await session.run(statement)
    await session.rows(
      'insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)',
      [hash, when],
    )
  }
}

/** What the migrations make, by name: what of a database is ours. */
export function madeBy(migrations: readonly Migration[]): {
  tables: string[]
  functions: string[]
} {
  const text = migrations.flatMap(({ statements }) => statements).join('\n')
  const named = (pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
  ]
  return {
    tables: named(/^\s*create (?:unlogged )?table (?:if not exists )?"?(\w+)"?/gim),
    functions: named(/^\s*create (?:or replace )?function "?(\w+)"?/gim),
  }
}
