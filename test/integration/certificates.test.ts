import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  certificateOf,
  changeHolder,
  checkCode,
  createPrinter,
  findByNumber,
  issueCertificate,
  restoreCertificate,
  revokeCertificate,
  setHours,
  type Certificate,
  type Issued,
} from '../../src/certificates/index.ts'
import { seal } from '../../src/platform/seal.ts'
import { writeSetting } from '../../src/learning/index.ts'
import { addUnit, type Unit } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database, type Db } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { addFinishers, serialsOf } from '../support/finishers.ts'
import { pdfPages } from '../support/pdf-text.ts'

const now = new Date('2026-11-24T02:00:00Z')
const zone = 'Asia/Makassar'
const track = { id: 'fondasi', title: { id: 'Fondasi AI', en: 'AI foundations' } }
const SECRET = 'a secret for tests alone, 32 characters'
const NIP = '198502282010012003'

let cloned: ClonedDatabase
let database: Database
let db: Db
let unit: Unit
let other: Unit
beforeAll(async () => {
  cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  database = connectDatabase(cloned.appUrl, { max: 12 })
  db = database.db
  await addUnit(db, { name: 'Pemerintah Kabupaten Contoh', now })
  unit = await addUnit(db, { name: 'Dinas Contoh', now })
  other = await addUnit(db, { name: 'Dinas Lain', now })
})
afterAll(async () => {
  await database.close()
  await cloned.drop()
})

let firstId = 7000
async function finisher(name = 'Siti Aminah', doneAt = now): Promise<string> {
  firstId += 100
  const [id = ''] = await addFinishers(db, {
    count: 1,
    unitId: unit.id,
    doneAt,
    names: [name],
    firstId,
  })
  return id
}

const issue = (
  personId: string,
  {
    unknownAsn = 'ask',
    at = now,
  }: { readonly unknownAsn?: 'ask' | 'without_hours'; readonly at?: Date } = {},
): Promise<Issued> =>
  db.transaction((tx) =>
    issueCertificate(tx, { personId, track, unknownAsn }, { now: at, timezone: zone }),
  )

async function had(personId: string): Promise<Certificate> {
  const found = await certificateOf(db, personId, track.id)
  if (found === undefined) throw new Error('There is no certificate')
  return found
}

describe('a certificate', () => {
  it('is issued with a number, and holds what was true then', async () => {
    const id = await finisher('Siti Aminah, S.Pd.', new Date('2026-11-19T20:00:00Z'))
    expect(await issue(id)).toMatchObject({ kind: 'issued' })
    const { number, sheet } = await had(id)
    expect(number).toMatch(/^\d{4}\/SEDIKIT\/XI\/2026$/)
    // 20.00 UTC is the next day in Makassar.
    expect(sheet).toMatchObject({
      name: 'Siti Aminah, S.Pd.',
      unit: 'Dinas Contoh',
      titleId: 'Fondasi AI',
      completedOn: '2026-11-20',
      issuedOn: '2026-11-24',
      jp: null,
      letterhead: { lines: ['Pemerintah Kabupaten Contoh'] },
      signatory: null,
    })
  })

  it('keeps its facts when the person moves and the units are renamed', async () => {
    const id = await finisher()
    await issue(id)
    const before = await had(id)
    await db.execute(
      sql`update people set unit_id = ${other.id}, name = 'Nama Lain' where id = ${id}`,
    )
    await db.execute(sql`update units set name = 'Dinas Contoh Baru' where id = ${unit.id}`)
    expect(await had(id)).toEqual(before)
    expect(await checkCode(db, before.sheet.code, zone)).toMatchObject({
      kind: 'valid',
      facts: { name: 'Siti Aminah', unit: 'Dinas Contoh' },
    })
    await db.execute(sql`update units set name = 'Dinas Contoh' where id = ${unit.id}`)
  })

  it('is issued once though asked for many times at once', async () => {
    const id = await finisher()
    const before = (await serialsOf(db)).length
    const kinds = (await Promise.all(Array.from({ length: 8 }, () => issue(id)))).map((i) => i.kind)
    expect(kinds.filter((kind) => kind === 'issued')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(7)
    expect(await serialsOf(db)).toHaveLength(before + 1)
  })

  it('takes numbers without a gap, also beside transactions that fail', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => finisher()))
    await Promise.all(
      ids.map(async (personId, i) => {
        if (i % 4 !== 0) return issue(personId)
        const failed = db.transaction(async (tx) => {
          await issueCertificate(
            tx,
            { personId, track, unknownAsn: 'ask' },
            { now, timezone: zone },
          )
          throw new Error('the transaction fails after it')
        })
        await expect(failed).rejects.toThrow('fails after it')
        return undefined
      }),
    )
    const serials = await serialsOf(db)
    expect(serials).toEqual(serials.map((_, i) => i + 1))
  })

  it('begins anew at one in another year', async () => {
    const id = await finisher()
    // Still 31 December in UTC, the new year in Makassar.
    await issue(id, { at: new Date('2026-12-31T17:00:00Z') })
    expect((await had(id)).number).toBe('0001/SEDIKIT/I/2027')
  })

  it('is not earned before the end, nor by skipping', async () => {
    const id = await finisher()
    await db.execute(
      sql`update enrolments set done_at = null, state = 'active' where person_id = ${id}`,
    )
    expect(await issue(id)).toMatchObject({ kind: 'not_earned', earned: { kind: 'under_way' } })
    expect(await issue(crypto.randomUUID())).toEqual({ kind: 'not_begun' })
  })

  it('refuses a name that cannot be printed, and takes the one that is chosen', async () => {
    const id = await finisher('🌸🌸')
    expect(await issue(id)).toEqual({ kind: 'name_unprintable' })
    await changeHolder(db, id, { printedName: 'Siti, S.Pd.' }, now)
    expect(await issue(id)).toMatchObject({ kind: 'issued' })
    expect((await had(id)).sheet.name).toBe('Siti, S.Pd.')
  })
})

describe('JP', () => {
  it('are printed for ASN alone, where they are set, and stay as printed', async () => {
    const [asn, not, unknown] = [await finisher(), await finisher(), await finisher()]
    await setHours(db, { trackId: track.id, jp: 20, basis: 'Keputusan Bupati 1/2026' }, now)
    await changeHolder(db, asn, { asn: true }, now)
    await changeHolder(db, not, { asn: false }, now)
    expect(await issue(asn)).toMatchObject({ kind: 'issued' })
    expect(await issue(not)).toMatchObject({ kind: 'issued' })
    expect(await issue(unknown)).toEqual({ kind: 'asn_unknown' })
    expect(await issue(unknown, { unknownAsn: 'without_hours' })).toMatchObject({ kind: 'issued' })
    await setHours(db, { trackId: track.id, jp: 30, basis: 'Keputusan Bupati 2/2026' }, now)
    expect((await had(asn)).sheet).toMatchObject({ jp: 20, jpBasis: 'Keputusan Bupati 1/2026' })
    expect((await had(not)).sheet).toMatchObject({ jp: null, jpBasis: null })
    expect((await had(unknown)).sheet).toMatchObject({ jp: null })
    await db.execute(sql`delete from track_hours`)
  })
})

describe('a correction', () => {
  it('keeps the number, makes a sheet with a code of its own, and tells of the old one', async () => {
    const id = await finisher()
    await issue(id)
    const first = await had(id)
    await changeHolder(db, id, { printedName: 'Siti Aminah, S.Pd.' }, now)
    const later = new Date('2026-12-03T02:00:00Z')
    expect(await issue(id, { at: later })).toMatchObject({ kind: 'revised' })
    const second = await had(id)
    expect(second).toMatchObject({ number: first.number, revision: 2 })
    expect(second.sheet).toEqual({
      ...first.sheet,
      name: 'Siti Aminah, S.Pd.',
      code: second.sheet.code,
      printedOn: '2026-12-03',
    })
    expect(second.sheet.code).not.toBe(first.sheet.code)
    expect(await checkCode(db, first.sheet.code, zone)).toEqual({
      kind: 'superseded',
      number: first.number,
      on: '2026-12-03',
    })
    expect(await issue(id, { at: later })).toMatchObject({ kind: 'unchanged' })
  })

  it('ends after four', async () => {
    const id = await finisher()
    await issue(id)
    const kinds: string[] = []
    for (let n = 1; n <= 5; n++) {
      await changeHolder(db, id, { printedName: `Siti Aminah ${n}` }, now)
      kinds.push((await issue(id)).kind)
    }
    expect(kinds).toEqual(['revised', 'revised', 'revised', 'revised', 'corrected_too_often'])
  })
})

describe('revoking', () => {
  it('shows the day and the reason alone, and is undone', async () => {
    const id = await finisher()
    await issue(id)
    const { id: certificateId, sheet, number } = await had(id)
    expect(await revokeCertificate(db, certificateId, 'facts', now)).toBe(true)
    expect(await revokeCertificate(db, certificateId, 'mistake', now)).toBe(false)
    expect(await checkCode(db, sheet.code, zone)).toEqual({
      kind: 'revoked',
      on: '2026-11-24',
      reason: 'facts',
    })
    expect(await issue(id)).toEqual({ kind: 'revoked', certificateId })
    expect(await restoreCertificate(db, certificateId)).toBe(true)
    expect(await restoreCertificate(db, certificateId)).toBe(false)
    expect(await checkCode(db, sheet.code, zone)).toMatchObject({ kind: 'valid' })
    expect((await findByNumber(db, ` ${number} `))?.id).toBe(certificateId)
  })
})

describe('a code', () => {
  it.each(['', 'x', `${'a'.repeat(21)}'`, 'a'.repeat(500)])('is malformed: %j', async (code) => {
    expect(await checkCode(db, code, zone)).toEqual({ kind: 'malformed' })
  })

  it('is unknown when nobody was given it', async () => {
    expect(await checkCode(db, 'a'.repeat(22), zone)).toEqual({ kind: 'unknown' })
  })
})

describe('a NIP', () => {
  it('stands sealed in every table, and is printed with the secret alone', async () => {
    const id = await finisher()
    await changeHolder(db, id, { sealedNip: seal(SECRET, id, NIP) }, now)
    await issue(id)
    const certificate = await had(id)
    const rows = await rowsOf(
      db,
      sql`select h.*, s.* from certificate_holders h, certificate_sheets s`,
    )
    expect(JSON.stringify(rows)).not.toContain(NIP)
    expect(await checkCode(db, certificate.sheet.code, zone)).not.toHaveProperty('facts.nip')
    const print = async (dataSecret: string | undefined): Promise<string> => {
      const printer = createPrinter({ publicUrl: undefined, botUsername: 'contoh_bot', dataSecret })
      return pdfPages(await printer.print(db, [certificate])).join('')
    }
    expect(await print(SECRET)).toContain('NIP 19850228 201001 2 003')
    expect(await print(undefined)).not.toContain('NIP')
    expect(await print(`${SECRET}, another`)).not.toContain('NIP')
  })
})

describe('letterhead and signatory', () => {
  it('stand as they were set when it was issued; nobody set, whoever is set now signs', async () => {
    const [before, after] = [await finisher(), await finisher()]
    await issue(before)
    for (const [name, value] of [
      ['letterhead.line1', 'Pemkab Contoh'],
      ['letterhead.line2', 'BKPSDM'],
      ['signatory.name', 'Ahmad Contoh, M.Si.'],
      ['signatory.position', 'Kepala BKPSDM'],
      ['signatory.place', 'Contoh'],
    ] as const) {
      await writeSetting(db, name, value, now)
    }
    await issue(after)
    const printer = createPrinter({
      publicUrl: undefined,
      botUsername: 'contoh_bot',
      dataSecret: undefined,
    })
    const print = async (id: string): Promise<string> =>
      pdfPages(await printer.print(db, [await had(id)])).join('')
    await writeSetting(db, 'signatory.name', 'Budi Pengganti, M.M.', now)
    expect(await print(before)).toContain('PEMERINTAH KABUPATEN CONTOH')
    expect(await print(before)).toContain('Budi Pengganti, M.M.')
    expect(await print(after)).toContain('PEMKAB CONTOH')
    expect(await print(after)).toContain('Ahmad Contoh, M.Si.')
  })
})
