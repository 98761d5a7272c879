/**
 * Draws the sample of a poster that the launch kit shows, with the texts of the bot and a code that
 * nobody was given:
 *
 *     node tools/sample-poster.ts
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadTexts } from '../src/bot/texts.ts'
import { renderPoster } from '../src/posters/index.ts'

const FILE = fileURLToPath(new URL('../docs/peluncuran/poster-contoh.pdf', import.meta.url))
const BOT = 'nama_bot_anda'

const t = loadTexts().in('id')

const pdf = await renderPoster({
  texts: {
    organisation: 'Nama instansi Anda (contoh)',
    title: t('poster-title'),
    motto: t('poster-motto'),
    audience: t('poster-audience', { unit: 'Nama unit Anda' }),
    scan: t('poster-scan'),
    type: t('poster-type', { bot: BOT }),
    steps: [t('poster-step-open'), t('poster-step-agree'), t('poster-step-learn')],
    until: t('poster-until', { until: '[tanggal]' }),
    safety: t('poster-safety'),
  },
  locale: 'id',
  url: `https://t.me/${BOT}`,
  code: 'CONTOH',
  madeAt: new Date(0),
})
await writeFile(FILE, pdf)
console.log('docs/peluncuran/poster-contoh.pdf')
