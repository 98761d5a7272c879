import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { addFinishers } from '../support/finishers.ts'
import { callInProcess, type Finished } from '../support/journey-process.ts'

const now = new Date('2026-11-20T02:00:00Z')

describe('role', () => {
  let cloned: ClonedDatabase
  let database: Database
  let env: Record<string, string>
  beforeAll(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl)
    env = { DATABASE_URL: cloned.appUrl, DATABASE_OWNER_URL: cloned.ownerUrl }
    const unit = await addUnit(database.db, { name: 'Pemkab Contoh', now })
    const names = ['Rina', 'Budi', 'Ahmad', 'ahmad']
    await addFinishers(database.db, {
      count: 4,
      unitId: unit.id,
      doneAt: now,
      names,
      firstId: 7100,
    })
    await database.db.execute(sql`
      update people set join_step = 'role' where name = 'Budi' and telegram_id = 7101`)
  })
  afterAll(async () => {
    await database.close()
    await cloned.drop()
  })

  const role = (...args: readonly string[]): Promise<Finished> =>
    callInProcess(['role', ...args], env)

  it('grants, lists, hands over and revokes', async () => {
    expect((await role('list')).stdout.trim()).toBe('Nobody has a role.')
    expect((await role('grant', 'rina', '--unit', 'pemkab contoh')).stdout).toContain(
      'Rina is coordinator of Pemkab Contoh now.',
    )
    expect((await role('grant', '7100', '--unit', 'Pemkab Contoh')).stdout).toContain('so already')
    const handed = await role('grant', '7102', '--unit', 'Pemkab Contoh', '--hand-over', '--json')
    expect(JSON.parse(handed.stdout)).toMatchObject({ person: 'Ahmad', change: 'handed_over' })
    expect(JSON.parse((await role('list', '--unit', 'Pemkab Contoh', '--json')).stdout)).toEqual([
      { name: 'Ahmad', telegramId: 7102, role: 'coordinator', unit: 'Pemkab Contoh' },
    ])
    expect((await role('grant', 'Rina', '--admin')).stdout).toContain('Rina is admin now.')
    expect((await role('list')).stdout.trim()).toBe(
      'admin  Rina\ncoordinator  Pemkab Contoh  Ahmad',
    )
    expect((await role('revoke', '7102', '--unit', 'Pemkab Contoh')).stdout).toContain('no longer')
    expect((await role('revoke', '7102', '--unit', 'Pemkab Contoh')).stdout).toContain('so already')
  })

  it.each([
    [['grant'], /Who, and which role\?/],
    [['grant', 'Rina'], /Who, and which role\?/],
    [['grant', 'Rina', '--admin', '--unit', 'Pemkab Contoh'], /Who, and which role\?/],
    [['grant', 'Rina', '--admin', '--hand-over'], /Who, and which role\?/],
    [['grant', 'Zulkifli', '--admin'], /Nobody is called "Zulkifli"/],
    [['grant', '99', '--admin'], /Nobody with the Telegram id 99/],
    [['grant', 'Ahmad', '--admin'], /Several people.*\n.*7102, 7103/],
    [['grant', '7101', '--admin'], /has not finished joining/],
    [['grant', 'Rina', '--unit', 'Entah'], /no unit named "Entah"/],
    [['list', '--unit', 'Entah'], /no unit named "Entah"/],
    [['revoke', 'Rina', '--admin'], /last admin/],
  ])('%j says what is wrong', async (args, words) => {
    const { code, stderr } = await role(...args)
    expect(code).toBe(1)
    expect(stderr).toMatch(words)
  })
})
