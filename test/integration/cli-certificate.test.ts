import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { changeHolder } from '../../src/certificates/index.ts'
import { addUnit, type Unit } from '../../src/people/index.ts'
import { connectDatabase, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { addFinishers } from '../support/finishers.ts'
import { callInProcess, type Finished } from '../support/journey-process.ts'
import { pdfPages } from '../support/pdf-text.ts'

const now = new Date('2026-11-20T02:00:00Z')
const stack = /^\s+at /m

let cloned: ClonedDatabase
let database: Database
let unit: Unit
let env: Record<string, string>
let folder: string
let people: string[]
beforeAll(async () => {
  cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  database = connectDatabase(cloned.appUrl)
  env = {
    DATABASE_URL: cloned.appUrl,
    DATABASE_OWNER_URL: cloned.ownerUrl,
    PUBLIC_URL: 'https://sedikit.contoh.go.id',
  }
  folder = await mkdtemp(join(tmpdir(), 'sedikit-certificates-'))
  await addUnit(database.db, { name: 'Pemkab Contoh', now })
  unit = await addUnit(database.db, { name: 'Dinas Contoh', now })
  const below = await addUnit(database.db, { name: 'UPT Contoh', parent: 'Dinas Contoh', now })
  const names = ['Rina, S.Pd.', '=HYPERLINK("x")', 'Ahmad']
  people = await addFinishers(database.db, { count: 3, unitId: unit.id, doneAt: now, names })
  await addFinishers(database.db, {
    count: 1,
    unitId: below.id,
    doneAt: now,
    names: ['Wati'],
    firstId: 7100,
  })
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await database.close()
  await cloned.drop()
})

const certificate = (...args: readonly string[]): Promise<Finished> =>
  callInProcess(['certificate', ...args], env)

async function json<T>(...args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await certificate(...args, '--json')
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as T
}

interface Bulk {
  readonly written: number
  readonly issued: number
  readonly leftOut: Record<string, number>
}

describe('certificate jp', () => {
  it('sets what a track is worth with its basis, shows it, and takes it away', async () => {
    expect((await certificate('jp')).stdout).toContain('No track has JP')
    const basis = 'Keputusan Bupati Contoh Nomor 1 Tahun 2026'
    expect(await json('jp', 'fondasi', '20', '--basis', basis)).toEqual([
      { trackId: 'fondasi', jp: 20, basis },
    ])
    expect((await certificate('jp')).stdout).toContain(`fondasi: 20 JP, ${basis}`)
  })

  it.each([
    [['jp', 'entah', '20', '--basis', 'Keputusan'], /no track "entah"/],
    [['jp', 'fondasi', '--basis', 'Keputusan'], /How many JP/],
    [['jp', 'fondasi', '2.5', '--basis', 'Keputusan'], /"2.5" is no number/],
    [['jp', 'fondasi', '20'], /By which decree/],
    [['jp', 'guru', '--remove'], /has no JP/],
    [['revoke', '0009/X'], /Why\? Give --reason/],
    [['revoke', '0009/X', '--reason', 'iseng'], /"iseng" is no reason/],
    [['revoke', '0009/X', '--reason', 'facts'], /No certificate has the number "0009\/X"/],
    [['restore'], /Which certificate/],
    [['bulk', '--unit', 'Dinas Contoh'], /where to/],
    [['bulk', '--unit', 'Entah', '--out', '/tmp/x'], /no unit named "Entah"/],
    [['list', '--track', 'entah'], /no track "entah"/],
  ])('%j says what is wrong', async (args, words) => {
    const { code, stderr } = await certificate(...args)
    expect(code).toBe(1)
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(stack)
  })
})

describe('certificate bulk', () => {
  it('issues to who finished, leaves out who did not say whether they are ASN, and says so', async () => {
    await changeHolder(database.db, people[0] ?? '', { asn: true }, now)
    const out = join(folder, 'first')
    const made = await json<Bulk>('bulk', '--unit', 'dinas contoh', '--out', out)
    expect(made).toMatchObject({ written: 1, issued: 1 })
    expect(new Set(Object.values(made.leftOut))).toEqual(new Set([1, 2]))
    const files = (await readdir(out)).toSorted()
    expect(files).toHaveLength(3)
    expect(files).toEqual(expect.arrayContaining(['daftar.csv', 'semua.pdf']))
    const [page] = pdfPages(await readFile(join(out, 'semua.pdf')))
    expect(page).toContain('Rina, S.Pd.')
    expect(page).toContain('setara 20 Jam Pelajaran')
  })

  it('without JP takes the others in, with the units below, and issues nobody anew', async () => {
    await changeHolder(database.db, people[1] ?? '', { printedName: 'Budi -2 (dua)' }, now)
    const out = join(folder, 'second')
    const args = ['bulk', '--unit', 'Dinas Contoh', '--track', 'fondasi', '--out', out] as const
    expect(await json<Bulk>(...args, '--without-jp')).toMatchObject({ written: 4, issued: 3 })
    expect(await json<Bulk>(...args, '--without-jp')).toMatchObject({ written: 4, issued: 0 })
    expect(pdfPages(await readFile(join(out, 'semua.pdf')))).toHaveLength(4)
    const list = await readFile(join(out, 'daftar.csv'), 'utf8')
    expect(list.trim().split('\r\n')).toHaveLength(5)
    expect(list).toContain('"Rina, S.Pd."')
    expect(list).toContain('Wati')
  })

  it('needs to know where its codes lead', async () => {
    const { PUBLIC_URL: _, ...without } = env
    const args = ['certificate', 'bulk', '--unit', 'Dinas Contoh', '--out', folder]
    const { code, stderr } = await callInProcess(args, without)
    expect(code).toBe(1)
    expect(stderr).toContain('Neither PUBLIC_URL nor BOT_TOKEN is set')
  })

  it('says that a folder cannot be written', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    const { code, stderr } = await certificate('bulk', '--unit', 'Dinas Contoh', '--out', file)
    expect(code).toBe(1)
    expect(stderr).toContain('cannot be written')
    expect(stderr).not.toMatch(stack)
  })
})

describe('the register', () => {
  it('lists, revokes and restores', async () => {
    const listed = await json<{ number: string; revokedReason: string | null }[]>('list')
    expect(listed).toHaveLength(4)
    const number = listed[0]?.number ?? ''
    expect((await certificate('revoke', number, '--reason', 'mistake')).stdout).toContain(number)
    expect((await certificate('list', '--unit', 'Dinas Contoh')).stdout).toContain(
      'REVOKED: mistake',
    )
    const again = await certificate('revoke', number, '--reason', 'mistake')
    expect(again.stderr).toContain('revoked already (mistake)')
    const out = join(folder, 'third')
    expect(await json<Bulk>('bulk', '--unit', 'Dinas Contoh', '--out', out)).toMatchObject({
      written: 3,
      leftOut: { revoked: 1 },
    })
    expect((await certificate('restore', number)).stdout).toContain(`It holds again: ${number}`)
    expect((await certificate('restore', number)).stderr).toContain('is not revoked')
    expect(await json('list', '--track', 'guru')).toEqual([])
  })
})

describe('settings of certificates', () => {
  const settings = (...args: readonly string[]): Promise<Finished> =>
    callInProcess(['settings', ...args], env)

  it('take texts as they are, also a NIP', async () => {
    await settings('signatory.nip', '197002281995031001')
    await settings('signatory.name', 'Dr. Ahmad Contoh, M.Si.')
    const { stdout } = await settings('certificate.number', '800/{n}/BKPSDM/{month}/{year}')
    expect(stdout).toContain('signatory.nip = "197002281995031001"')
    expect(stdout).toContain('certificate.number = "800/{n}/BKPSDM/{month}/{year}"')
  })

  it.each([
    ['certificate.number', '{n}/SEDIKIT'],
    ['certificate.number', 'SEDIKIT/{year}'],
    ['certificate.number', '1{n}/{year}'],
    ['certificate.number', '{n}{month}/{year}'],
    ['certificate.number', '{n}/{nama}/{year}'],
    ['signatory.nip', '123'],
    ['letterhead.line1', 'x'.repeat(121)],
    ['certificate.answered', '80'],
  ])('refuse %s = %s', async (name, value) => {
    const { code, stderr } = await settings(name, value)
    expect(code).toBe(1)
    expect(stderr).toContain(`${name} cannot be`)
  })

  it('take a logo that is a PNG, and no other', async () => {
    const png = join(folder, 'logo.png')
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await writeFile(png, Buffer.from(dot, 'base64'))
    expect((await settings('letterhead.logo', join(folder, 'none.png'))).stderr).toContain(
      'cannot be read',
    )
    const text = join(folder, 'logo.txt')
    await writeFile(text, 'no picture, but long enough to hold a header of one')
    expect((await settings('letterhead.logo', text)).stderr).toContain('is no PNG')
    expect((await settings('letterhead.logo', png)).code).toBe(0)
    const out = join(folder, 'fourth')
    await json<Bulk>('bulk', '--unit', 'UPT Contoh', '--out', out)
    expect((await readFile(join(out, 'semua.pdf'))).toString('latin1')).toContain('/Subtype /Image')
    // Gone later, it holds nobody's certificate up.
    await rm(png)
    await json<Bulk>('bulk', '--unit', 'UPT Contoh', '--out', out)
    const without = (await readFile(join(out, 'semua.pdf'))).toString('latin1')
    expect(without).not.toContain('/Subtype /Image')
  })
})
