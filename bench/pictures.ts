/**
 * The picture of progress and that of the ranking: how long each takes, how much of the processor
 * (which does not grow with what else the machine does), and for how long of it the event loop is
 * held, during which nobody else is answered.
 *
 *     node bench/pictures.ts [--rounds 20] [--json]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Html, loadTexts } from '../src/bot/texts.ts'
import { progressPicture } from '../src/bot/views/progress-picture.ts'
import { barsPicture, renderPng, type Markup } from '../src/pictures/index.ts'
import { show, spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)

const view = { t: loadTexts().in('id'), locale: 'id', person: undefined } as const

const progress = (answered: number, total: number): Markup =>
  progressPicture(view, {
    track: 'Fondasi & mindset AI',
    answered,
    total,
    correct: Math.floor(answered * 0.8),
    skipped: 0,
    done: answered === total,
    streak: 12,
    remembered: { answered: answered * 2, right: answered },
    badges: ['begun', 'corrected', 'steady', 'practised'],
    next: new Html(view.t('next-rest')),
  })

const ranking = barsPicture({
  title: 'Peringkat unit',
  subtitle: 'Persentase orang yang sesuai jadwal',
  bars: Array.from({ length: 9 }, (_, i) => ({
    place: `${i + 1}.`,
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    share: 1 - i / 10,
    value: `${100 - i * 10}% · ${20 - i * 2} dari 20`,
  })),
  note: view.t('ranking-note'),
})

const pictures: readonly (readonly [string, () => Markup])[] = [
  ['progress, 7 of 15 lessons', () => progress(7, 15)],
  ['progress, 50 of 100 lessons', () => progress(50, 100)],
  ['progress, 100 of 100 lessons', () => progress(100, 100)],
  ['ranking, a page of nine bars', () => ranking],
]

const results: { name: string; ms: number[]; cpuMs: number; heldMs: number; bytes: number }[] = []
for (const [name, draw] of pictures) {
  // The first reads the fonts.
  let bytes = (await renderPng(draw())).length
  const ms: number[] = []
  const before = process.cpuUsage()
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    bytes = (await renderPng(draw())).length
    ms.push(performance.now() - start)
  }
  loop.disable()
  const { user, system } = process.cpuUsage(before)
  const cpuMs = (user + system) / 1000 / rounds
  results.push({ name, ms, cpuMs, heldMs: loop.max / 1e6, bytes })
}

if (values.json) {
  console.log(JSON.stringify(results.map(({ ms, ...rest }) => ({ ...rest, ...spreadOf(ms) }))))
} else {
  for (const { name, ms, cpuMs, heldMs, bytes } of results) {
    console.log(
      `${name}: ${show(spreadOf(ms))} ms (${cpuMs.toFixed(0)} ms of processor), the event loop ` +
        `held for ${heldMs.toFixed(0)} ms at the longest, ${Math.round(bytes / 1000)} KB`,
    )
  }
}
