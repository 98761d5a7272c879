/**
 * How long one certificate takes to draw, in a process that has drawn none yet and in one that has:
 * short and long names, with and without JP, and a hundred in one document.
 *
 *     node bench/certificates.ts [--rounds 30] [--json]
 */
import { parseArgs } from 'node:util'
import { loadFonts } from '../src/certificates/draw/fonts.ts'
import { renderSheets } from '../src/certificates/draw/render-sheets.ts'
import type { SheetFacts } from '../src/certificates/facts.ts'
import { show, spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
  },
})

const plain: SheetFacts = {
  number: '0001/SEDIKIT/XI/2026',
  revision: 1,
  name: 'Siti Aminah, S.Pd.',
  unit: 'Dinas Pendidikan dan Kebudayaan',
  title: { id: 'Fondasi & mindset AI', en: 'AI foundations & mindset' },
  completedOn: '2026-11-20',
  issuedOn: '2026-11-24',
  printedOn: '2026-11-24',
  hours: null,
  letterhead: {
    lines: ['Pemerintah Kabupaten Contoh', 'Badan Kepegawaian dan Pengembangan SDM'],
    address: 'Jalan Merdeka No. 1, Contoh 90511',
  },
  signatory: { name: 'Ahmad Contoh, M.Si.', position: 'Kepala Badan', place: 'Contoh' },
  url: 'https://sedikit.contoh.go.id/v/AbCdEfGhIjKlMnOpQrStUv',
}
const full: SheetFacts = {
  ...plain,
  name: 'Prof. Dr. Ir. Hj. Andi Tenri Abeng Nuraisyah Daeng Ngalle Karaéng, S.Pd., M.Pd., M.Si., Ph.D.',
  nip: '198502282010012003',
  hours: { jp: 20, basis: 'Keputusan Bupati Contoh Nomor 123 Tahun 2026' },
}

interface Timed {
  readonly ms: number
  /** What the process computed for it, which other work of the machine lengthens less. */
  readonly cpuMs: number
  readonly bytes: number
}

async function timed(sheets: readonly SheetFacts[]): Promise<Timed> {
  const start = performance.now()
  const before = process.cpuUsage()
  const { length: bytes } = await renderSheets(sheets, { fonts })
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, bytes }
}

const fonts = await loadFonts()
const first = await timed([plain])
const short: Timed[] = []
const long: Timed[] = []
for (let round = 0; round < Number(values.rounds); round++) {
  short.push(await timed([{ ...plain, number: `${round}/SEDIKIT/XI/2026` }]))
  long.push(await timed([{ ...full, number: `${round}/SEDIKIT/XI/2026` }]))
}
const many = await timed(
  Array.from({ length: 100 }, (_, i) => ({ ...full, number: `${i}/X/2026` })),
)

const wall = (of: readonly Timed[]) => spreadOf(of.map(({ ms }) => ms))
const cpu = (of: readonly Timed[]) => spreadOf(of.map(({ cpuMs }) => cpuMs))

if (values.json) {
  console.log(
    JSON.stringify({
      first,
      short: { ms: wall(short), cpuMs: cpu(short) },
      long: { ms: wall(long), cpuMs: cpu(long) },
      hundred: many,
    }),
  )
} else {
  console.log(
    `the first of a process: ${first.ms.toFixed(0)} ms (${first.cpuMs.toFixed(0)} of CPU), ${first.bytes} bytes`,
  )
  console.log(`a plain one: ${show(wall(short))} ms, of CPU ${show(cpu(short))}`)
  console.log(
    `a full one, long name, NIP and JP: ${show(wall(long))} ms, of CPU ${show(cpu(long))}`,
  )
  console.log(`a hundred pages in one: ${many.ms.toFixed(0)} ms, ${many.bytes} bytes`)
}
