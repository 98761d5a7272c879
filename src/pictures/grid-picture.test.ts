import { describe, expect, it } from 'vitest'
import { gridPicture } from './grid-picture.ts'
import { element } from './markup.ts'
import { shade } from './palette.ts'
import { cachedPngs, renderPng } from './render-png.ts'

describe('a table of shades', () => {
  it('is drawn whatever stands in it, and tells nothing yet from nothing', async () => {
    const picture = gridPicture({
      title: 'Siapa <b> bertahan & pergi'.repeat(9),
      subtitle: '',
      columns: ['0', '1', '2'],
      rows: [
        { name: '2 Nov', cells: [{ share: 0, text: '0%' }, { share: 7 }, null] },
        { name: '', cells: [] },
      ],
      note: '',
    })
    expect((await renderPng(picture)).length).toBeGreaterThan(1000)
    expect(picture.svg).toContain('0%')
    expect(picture.svg.match(/fill="none"/g)).toHaveLength(1)
  })

  it('grows darker with the share, and writes on it in what is seen', () => {
    const lightness = (share: number): number =>
      (shade(share).fill.match(/\d+/g) ?? []).reduce((all, channel) => all + Number(channel), 0)
    for (let tenth = 0; tenth < 10; tenth++) {
      expect(lightness(tenth / 10)).toBeGreaterThan(lightness((tenth + 1) / 10))
    }
    expect([shade(-1).dark, shade(2).dark]).toEqual([false, true])
  })
})

describe('pictures that are kept', () => {
  const named = (name: string) => element('svg', { id: name })

  it('are drawn once, the oldest is forgotten first, and one that failed is drawn anew', async () => {
    const drawn: string[] = []
    let failing = false
    const draw = cachedPngs(2, ({ svg }) => {
      drawn.push(/id="(\w+)"/.exec(svg)?.[1] ?? '')
      return failing ? Promise.reject(new Error('no room')) : Promise.resolve(new Uint8Array([1]))
    })
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await draw(named(name))
    expect(drawn).toEqual(['a', 'b', 'c', 'b'])
    failing = true
    await expect(draw(named('d'))).rejects.toThrow('no room')
    failing = false
    expect(await draw(named('d'))).toEqual(new Uint8Array([1]))
  })
})
