import { describe, expect, it } from 'vitest'
import type { Checked, PublicFacts } from '../certificates/index.ts'
import { verificationPage } from './verification-page.ts'

const facts: PublicFacts = {
  number: '0001/SEDIKIT/XI/2026',
  revision: 1,
  name: 'Siti Aminah, S.Pd.',
  unit: 'Dinas Contoh',
  title: { id: 'Fondasi', en: 'Foundations' },
  completedOn: '2026-11-20',
  issuedOn: '2026-12-01',
  hours: null,
  organisation: ['Pemerintah Kabupaten Contoh'],
}

describe('the page of a certificate', () => {
  it('shows the facts in either language', () => {
    const id = verificationPage({ kind: 'valid', facts }, 'id')
    for (const part of [
      'Sertifikat ini sah',
      'Fondasi',
      '1 Desember 2026',
      facts.name,
      facts.number,
    ]) {
      expect(id).toContain(part)
    }
    expect(id).not.toContain('JP')
    const en = verificationPage({ kind: 'valid', facts }, 'en')
    for (const part of [
      'lang="en"',
      'This certificate is valid',
      'Foundations',
      '1 December 2026',
    ]) {
      expect(en).toContain(part)
    }
  })

  it('shows JP with its basis, and a revision', () => {
    const page = verificationPage(
      { kind: 'valid', facts: { ...facts, revision: 2, hours: { jp: 20, basis: 'SK 1/2026' } } },
      'id',
    )
    expect(page).toContain('<dd>20</dd>')
    expect(page).toContain('SK 1/2026')
    expect(page).toContain('<dt>Revisi</dt><dd>2</dd>')
  })

  it('lets no name become markup', () => {
    const name = `<script>alert("x")</script>' onload='`
    const page = verificationPage({ kind: 'valid', facts: { ...facts, name, unit: name } }, 'id')
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39; onload=&#39;')
  })

  it.each<[Checked, readonly string[]]>([
    [{ kind: 'revoked', on: '2026-12-02', reason: 'facts' }, ['2 Desember 2026', 'tidak benar']],
    [{ kind: 'superseded', number: facts.number, on: '2026-12-02' }, [facts.number]],
    [{ kind: 'erased', number: facts.number }, [facts.number, 'menghapus datanya']],
    [{ kind: 'unknown' }, ['Tidak ada sertifikat']],
    [{ kind: 'malformed' }, ['tidak lengkap']],
  ])('says no more than it must: %j', (checked, parts) => {
    const page = verificationPage(checked, 'id')
    for (const part of parts) expect(page).toContain(part)
    expect(page).not.toContain('<dl>')
    expect(page).not.toContain('Siti')
  })
})
