import { describe, expect, it } from 'vitest'
import { barsPicture } from './bars-picture.ts'
import { hillPicture } from './hill-picture.ts'
import { element, type Markup } from './markup.ts'
import { renderPng } from './render-png.ts'

const LONG = 'Dr. Hj. Andi Siti Nurhaliza <b>&"Daeng" 🌸'.repeat(20)

/** Width and height, from the head of a PNG. */
async function sizeOf(picture: Markup): Promise<[number, number]> {
  const png = Buffer.from(await renderPng(picture))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

const hillOf = (stones: readonly (readonly boolean[])[], text = 'Bu Siti'): Markup =>
  hillPicture({
    title: text,
    subtitle: text,
    stones,
    complete: false,
    goesOn: true,
    cards: [
      { value: text, label: text },
      { value: '1', label: 'satu' },
      { value: '', label: '' },
    ],
    badges: [text, 'Batu pertama', text],
    next: text,
  })

describe('renderPng', () => {
  it('draws what cannot be read as an error, not as an empty picture', async () => {
    await expect(renderPng(element('no', {}))).rejects.toThrow(/svg/i)
  })

  it.each([
    ['no stone', []],
    ['one', [[false]]],
    ['a hundred', Array.from({ length: 13 }, (_, i) => Array.from({ length: i + 1 }, () => i > 6))],
  ])('draws a hill of %s, 900 pixels wide and no higher than a phone shows', async (_, stones) => {
    const [width, height] = await sizeOf(hillOf(stones))
    expect(width).toBe(900)
    expect(height).toBeGreaterThan(900)
    expect(height).toBeLessThan(1500)
  })

  it('grows with what is said, within bounds, however long names are', async () => {
    const [, short] = await sizeOf(hillOf([[true]]))
    const [width, long] = await sizeOf(hillOf([[true]], LONG))
    expect(width).toBe(900)
    expect(long).toBeGreaterThan(short)
    expect(long).toBeLessThan(1600)
  })

  it('draws bars for any share, and the mark of a name that is too long', async () => {
    const bars = [0, 0.5, 1].map((share) => ({ place: '1.', name: LONG, share, value: '50%' }))
    const picture = barsPicture({
      title: LONG,
      subtitle: LONG,
      bars: [
        ...bars,
        { place: '9.', name: LONG, share: 0.3, value: LONG, mark: 'unit Anda', apart: true },
        { place: '', name: LONG, share: 0.3, value: LONG, heading: 'Menurut unit' },
      ],
      note: LONG,
    })
    expect(picture.svg).toContain('… · unit Anda')
    expect(picture.svg).toContain('Menurut unit')
    expect((await sizeOf(picture))[0]).toBe(900)
  })

  it('says a subtitle whole, on two lines where one is too short', () => {
    const subtitle = 'Selesai jalur umum, dari yang bergabung, 28 September sampai 27 Oktober 2026'
    const { svg } = barsPicture({ title: 'Per peran', subtitle, bars: [], note: '' })
    expect(svg).not.toContain('…')
    expect(svg).toContain('Oktober 2026')
  })
})
