import { describe, expect, it } from 'vitest'
import { planRoster, type KnownPlace } from './plan-roster.ts'
import type { RosterRow } from './roster-row.ts'

let line = 1
const row = (name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  line: (line += 1),
  name,
  unitId: 'a',
  jobRole: null,
  phone: null,
  ...more,
})
const nip = (hash: string) => ({ hash, sealed: `sealed ${hash}` })
const place = (id: number, name: string, more: Partial<KnownPlace> = {}): KnownPlace => ({
  id,
  name,
  unitId: 'a',
  jobRole: null,
  phone: null,
  sealedNip: null,
  nipHash: null,
  ...more,
})
const numbered = (hash: string) => ({ nipHash: hash, sealedNip: `first sealed ${hash}` })

describe('which place a row means', () => {
  it('is the one with its NIP, under whatever name and in whatever unit', () => {
    const known = [place(1, 'Budi Rahman', numbered('x')), place(2, 'Budi Rahman')]
    const plan = planRoster([row('Budi R.', { unitId: 'b', nip: nip('x') })], known)
    expect(plan.changed.map(({ place: { id }, after }) => [id, after.name, after.unitId])).toEqual([
      [1, 'Budi R.', 'b'],
    ])
  })

  it('without a NIP is the one of its name, and of several none', () => {
    const known = [place(1, 'Siti Aminah'), place(2, 'Budi'), place(3, 'Budi')]
    const plan = planRoster([row('Hj. Siti Aminah'), row('Budi')], known)
    expect(plan.changed.map(({ place: { id } }) => id)).toEqual([1])
    expect(plan.unclear.map(({ name }) => name)).toEqual(['Budi'])
  })

  it('with a NIP that is new is never that of another number', () => {
    const known = [place(1, 'Budi', numbered('x'))]
    const plan = planRoster([row('Budi', { nip: nip('y') })], known)
    expect([plan.fresh.length, plan.changed.length, plan.absent]).toEqual([1, 0, 1])
  })

  it('gives a place its NIP once it is known, and leaves as it was what a row does not say', () => {
    const known = [place(1, 'Budi', { phone: '628123', jobRole: 'guru' })]
    const plan = planRoster([row('Budi', { nip: nip('x') })], known)
    expect(plan.changed[0]?.after).toMatchObject({
      phone: '628123',
      jobRole: 'guru',
      nipHash: 'x',
      sealedNip: 'sealed x',
    })
  })

  it('once carried out is the same place, and nothing is left to do', () => {
    const rows = [
      row('Budi', { nip: nip('x') }),
      row('Budi', { nip: nip('y') }),
      row('Siti', { phone: '62811', jobRole: 'guru' }),
    ]
    const known = rows.map(({ name, phone, jobRole, nip: number }, i) =>
      place(i + 1, name, {
        phone,
        jobRole,
        ...(number === undefined ? {} : numbered(number.hash)),
      }),
    )
    expect(planRoster(rows, known)).toEqual({
      fresh: [],
      changed: [],
      unchanged: 3,
      unclear: [],
      absent: 0,
    })
  })
})
