import type { SheetFacts } from '../facts.ts'

/** A sheet as most are: no NIP, no JP. */
export const plainSheet: SheetFacts = {
  number: '0001/SEDIKIT/XI/2026',
  revision: 1,
  name: 'Siti Aminah, S.Pd.',
  unit: 'Dinas Pendidikan dan Kebudayaan',
  title: { id: 'Fondasi & mindset AI', en: 'AI foundations & mindset' },
  completedOn: '2026-11-20',
  issuedOn: '2026-11-24',
  printedOn: '2026-11-24',
  hours: null,
  letterhead: { lines: ['Pemerintah Kabupaten Contoh'], address: 'Jalan Merdeka No. 1' },
  signatory: { name: 'Ahmad Contoh, M.Si.', position: 'Kepala Badan', place: 'Contoh' },
  url: 'https://sedikit.contoh.go.id/v/AbCdEfGhIjKlMnOpQrStUv',
}
