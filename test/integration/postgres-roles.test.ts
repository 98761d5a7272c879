import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate } from '../../src/app.ts'
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded/index.ts'

const SCRIPT = new URL('../../deploy/postgres/10-roles.sql', import.meta.url)
const PASSWORDS = { owner_password: "own'er", app_password: 'app' }

let folder: string
let postgres: EmbeddedPostgres
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sedikit-roles-'))
  postgres = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    settings: { fsync: 'off' },
  })
})
afterAll(async () => {
  await postgres.stop()
  await removeEmbeddedPostgres(join(folder, 'postgres'))
  await rm(folder, { recursive: true, force: true })
})

async function as<T>(
  user: string,
  password: string,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const port = Number(new URL(postgres.ownerUrl).port)
  const client = new pg.Client({ host: '127.0.0.1', port, user, password, database, ssl: false })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** As psql reads it, which the machine of a test need not have: the commands that stand in it alone. */
function partsOf(script: string): { database: string; statements: string[] }[] {
  const parts = [{ database: 'postgres', statements: [''] }]
  for (const line of script.split('\n')) {
    const [command, argument] = line.split(' ')
    if (command === '\\connect') parts.push({ database: argument ?? '', statements: [''] })
    if (line.startsWith('\\') || line.startsWith('--')) continue
    const statements = parts.at(-1)?.statements ?? []
    statements.push(`${statements.pop() ?? ''}${line}\n`)
    if (line.endsWith(';')) statements.push('')
  }
  return parts
}

it('two roles and a database, as the bot makes them for itself: it migrates, works, and may no more', async () => {
  const secrets = JSON.parse(await readFile(join(folder, 'postgres/secrets.json'), 'utf8')) as {
    superuser: string
  }
  const script = (await readFile(SCRIPT, 'utf8')).replaceAll(
    /:'(owner_password|app_password)'/g,
    (_, name: keyof typeof PASSWORDS) => `'${PASSWORDS[name].replaceAll("'", "''")}'`,
  )
  // A server on which nothing was made yet.
  await as('postgres', secrets.superuser, 'template1', async (client) => {
    await client.query('drop owned by sedikit_owner, sedikit_app')
  })
  await as('postgres', secrets.superuser, 'postgres', async (client) => {
    await client.query('drop database sedikit')
    await client.query('drop owned by sedikit_owner, sedikit_app')
    await client.query('drop role sedikit_owner, sedikit_app')
  })
  for (const { database, statements } of partsOf(script)) {
    await as('postgres', secrets.superuser, database, async (client) => {
      for (const statement of statements) if (statement.trim() !== '') await client.query(statement)
    })
  }
  const urlOf = (user: string, password: string): string =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${new URL(postgres.ownerUrl).port}/sedikit`
  const urls = {
    ownerUrl: urlOf('sedikit_owner', PASSWORDS.owner_password),
    appUrl: urlOf('sedikit_app', PASSWORDS.app_password),
    stop: () => Promise.resolve(),
  }
  await migrate(urls, undefined)
  await migrate({ ...urls, ownerUrl: urls.appUrl }, undefined)
  await as('sedikit_app', PASSWORDS.app_password, 'sedikit', async (client) => {
    expect((await client.query('select 1 from people')).rowCount).toBe(0)
    await expect(client.query('delete from audit')).rejects.toMatchObject({ code: '42501' })
    await expect(client.query('create table mine (n int)')).rejects.toMatchObject({ code: '42501' })
  })
  // Nobody else gets in.
  await as('postgres', secrets.superuser, 'postgres', (client) =>
    client.query("create role stranger login password 's'"),
  )
  await expect(
    as('stranger', 's', 'sedikit', (client) => client.query('select 1')),
  ).rejects.toThrow('permission denied')
})
