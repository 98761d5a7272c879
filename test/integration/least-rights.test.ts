import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate } from '../../src/app.ts'
import { excessRights, withDatabase } from '../../src/platform/db/index.ts'
import { cloneDatabase } from '../support/database.ts'

const DOCUMENT = new URL('../../docs/hardening.md', import.meta.url)

interface Prepared {
  readonly ownerUrl: string
  readonly appUrl: string
  drop(): Promise<void>
}

const elsewhere = (url: string, database: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

const quietly = { max: 1, onnotice: () => undefined }

async function as(url: string, statements: readonly string[]): Promise<void> {
  const client = postgres(url, quietly)
  try {
    for (const statement of statements) await client.unsafe(statement)
  } finally {
    await client.end({ timeout: 2 })
  }
}

/** As the embedded server has it. */
const embedded = (): Promise<Prepared> => cloneDatabase(inject('ownerUrl'), inject('appUrl'))

/** As an operator makes it by what docs/hardening.md says, under names that nobody else has. */
async function documented(): Promise<Prepared> {
  const text = await readFile(DOCUMENT, 'utf8')
  const [, block = ''] = /```sql\n(create role [^]+?)```/.exec(text) ?? []
  const name = `doc_${crypto.randomUUID().slice(0, 8)}`
  const own = block
    .replaceAll('sedikit', name)
    // What goes for the whole server has been done for the one that all tests share.
    .replace(/^.*on database postgres, template1.*$/m, '')
  const statements = own.split(/;\s*$/m).filter((one) => /^\s*[a-z]/m.test(one))
  expect(statements.length).toBeGreaterThan(4)
  const superuser = inject('superuserUrl')
  await as(superuser, statements)
  const { host } = new URL(superuser)
  const prepared = {
    ownerUrl: `postgres://${name}_owner:password-of-the-owner@${host}/${name}`,
    appUrl: `postgres://${name}_app:password-of-the-app@${host}/${name}`,
    drop: () =>
      as(superuser, [
        `drop database ${name} with (force)`,
        `drop role ${name}_owner`,
        `drop role ${name}_app`,
      ]),
  }
  await migrate({ ...prepared, stop: () => Promise.resolve() }, undefined)
  // And once more, as the next start does.
  await migrate({ ...prepared, stop: () => Promise.resolve() }, undefined)
  return prepared
}

/** Each with the words of what is refused: it must not fail for another reason. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  [`update audit set action = 'x'`, 'table audit'],
  ['delete from audit', 'table audit'],
  ['truncate audit', 'table audit'],
  ['alter table audit disable trigger all', 'owner of table audit'],
  ['drop trigger audit_stays on audit', 'owner of relation audit'],
  ['create rule calm as on insert to audit do instead nothing', 'owner of table audit'],
  ['alter table audit owner to current_user', 'owner of table audit'],
  [`select setval(pg_get_serial_sequence('audit', 'id'), 1)`, 'sequence audit_id_seq'],
  ['truncate people', 'table people'],
  ['drop table people', 'owner of table people'],
  ['alter table people add column x int', 'owner of table people'],
  ['create index on people (name)', 'owner of table people'],
  ['create trigger x before insert on people execute function f()', 'table people'],
  ['create table public.x (id int)', 'schema public'],
  ['create table drizzle.x (id int)', 'schema drizzle'],
  ['create table bullmq.x (id int)', 'schema bullmq'],
  ['create sequence bullmq.x', 'schema bullmq'],
  ['create schema x', 'database'],
  [`create function public.f() returns int language sql as 'select 1'`, 'schema public'],
  ['create extension dblink', 'extension "dblink"'],
  ['create role x', 'create role'],
  ['create database x', 'create database'],
  ['alter role current_user superuser', 'alter role'],
  ['alter role current_user createrole', 'alter role'],
  [`alter role <owner> password 'x'`, 'alter role'],
  ['set role <owner>', 'set role "<owner>"'],
  ['set session authorization postgres', 'set session authorization'],
  ['grant <owner> to current_user', 'grant role "<owner>"'],
  [`insert into drizzle.__drizzle_migrations (hash) values ('x')`, 'table __drizzle_migrations'],
  ['delete from drizzle.__drizzle_migrations', 'table __drizzle_migrations'],
  ['delete from bullmq.migration', 'table migration'],
  [`copy people to program 'true'`, 'COPY to or from an external program'],
  [`copy people from program 'true'`, 'COPY to or from an external program'],
  [`copy people to '/tmp/x'`, 'COPY to a file'],
  [`copy people from '/etc/passwd'`, 'COPY from a file'],
  [`select pg_read_file('/etc/passwd')`, 'function pg_read_file'],
  [`select pg_ls_dir('/')`, 'function pg_ls_dir'],
  [`select lo_import('/etc/passwd')`, 'function lo_import'],
  ['select * from pg_authid', 'table pg_authid'],
  ['select * from pg_shadow', 'view pg_shadow'],
  ['select * from pg_hba_file_rules', 'view pg_hba_file_rules'],
  ['set session_replication_role = replica', 'parameter "session_replication_role"'],
  ['alter system set fsync = off', 'parameter "fsync"'],
  [`select pg_terminate_backend(<owner's>)`, 'terminate process'],
]

describe.each([
  ['the embedded server', embedded],
  ['docs/hardening.md', documented],
])("the app's role, as %s makes it", (_name, prepare) => {
  let prepared: Prepared
  let app: postgres.Sql
  let owner: postgres.Sql
  let ownersPid: number
  beforeAll(async () => {
    prepared = await prepare()
    app = postgres(prepared.appUrl, quietly)
    owner = postgres(prepared.ownerUrl, quietly)
    const [row] = await owner`select pg_backend_pid() as pid`
    ownersPid = Number(row?.['pid'])
  })
  afterAll(async () => {
    await Promise.all([app.end({ timeout: 2 }), owner.end({ timeout: 2 })])
    await prepared.drop()
  })

  it.each(FORBIDDEN)('may not: %s', async (statement, what) => {
    const ownerRole = new URL(prepared.ownerUrl).username
    const filled = statement.replace('<owner>', ownerRole).replace("<owner's>", String(ownersPid))
    const refusal = await app.unsafe(filled).then(
      () => 'it may',
      (error: unknown) => error,
    )
    expect(refusal).toMatchObject({ code: '42501' })
    expect(String(refusal)).toContain(what.replace('<owner>', ownerRole))
  })

  it.each(['postgres', 'template1'])('may not enter the database %s', async (name) => {
    const other = postgres(elsewhere(prepared.appUrl, name), quietly)
    await expect(other`select 1`).rejects.toMatchObject({ code: '42501' })
    await other.end({ timeout: 2 })
  })

  it('has nothing that it does not need, and the owner is no superuser either', async () => {
    const rights = await withDatabase(prepared.appUrl, (db) => excessRights(db))
    expect(rights).toEqual([])
    const [role] = await owner`
      select rolsuper, rolcreaterole, rolreplication, rolbypassrls from pg_roles
      where rolname = current_user`
    expect(Object.values(role ?? {})).toEqual([false, false, false, false])
    await expect(owner.unsafe(`copy people to program 'true'`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  it('may do its work: rows of every table, numbers, the queue’s batches', async () => {
    const [tables] = await app`
      select count(*)::int as all,
        count(*) filter (where has_table_privilege(c.oid, 'select')
          and has_table_privilege(c.oid, 'insert')
          and (relname = 'audit' or has_table_privilege(c.oid, 'update')
            and has_table_privilege(c.oid, 'delete')))::int as usable
      from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`
    expect(tables?.['all']).toBeGreaterThan(30)
    expect(tables?.['usable']).toBe(tables?.['all'])
    await app`create temporary table batch (id int) on commit drop`
  })
})

describe('a role that may too much', () => {
  it('is told apart: the owner', async () => {
    const rights = await withDatabase(inject('ownerUrl'), (db) => excessRights(db))
    expect(rights).toEqual([
      'makes databases',
      'owns the tables',
      'changes the audit trail',
      'creates in public',
    ])
  })

  it('is told apart: a superuser, in a database without our tables', async () => {
    const rights = await withDatabase(inject('superuserUrl'), (db) => excessRights(db))
    expect(rights).toContain('superuser')
    expect(rights).toContain('reaches files of the server')
    expect(rights).not.toContain('owns the tables')
  })
})
