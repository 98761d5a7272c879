import postgres from 'postgres'

export interface ClonedDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  drop(): Promise<void>
}

/** A database of its own for a test file, cloned from the migrated template: milliseconds, not seconds. */
export function cloneDatabase(ownerUrl: string, appUrl: string): Promise<ClonedDatabase> {
  return makeDatabase(ownerUrl, appUrl, new URL(ownerUrl).pathname.slice(1))
}

/** One in which nothing has been migrated yet. */
export function emptyDatabase(ownerUrl: string, appUrl: string): Promise<ClonedDatabase> {
  return makeDatabase(ownerUrl, appUrl, 'template1')
}

async function makeDatabase(
  ownerUrl: string,
  appUrl: string,
  template: string,
): Promise<ClonedDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const appRole = decodeURIComponent(new URL(appUrl).username)
  await asOwner(ownerUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${template}`)
    // As the embedded server gives them; see src/platform/embedded/provision.ts.
    await sql.unsafe(`revoke all on database ${name} from public`)
    await sql.unsafe(`grant connect, temporary on database ${name} to ${appRole}`)
  })
  return {
    ownerUrl: withDatabaseName(ownerUrl, name),
    appUrl: withDatabaseName(appUrl, name),
    drop: () =>
      asOwner(ownerUrl, async (sql) => {
        await sql.unsafe(`drop database if exists ${name} with (force)`)
      }),
  }
}

async function asOwner(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  // Never the template itself: a template with a session on it cannot be cloned.
  const sql = postgres(withDatabaseName(url, 'postgres'), { max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 2 })
  }
}

function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
