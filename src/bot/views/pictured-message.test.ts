import { describe, expect, it } from 'vitest'
import { element } from '../../pictures/index.ts'
import { silentLogger } from '../../platform/logger.ts'
import { picturedMessage } from './pictured-message.ts'

const view = { log: silentLogger }
const dot = () => element('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 1, height: 1 })
const words = { fileName: 'bukit.png', html: 'Bukit Bu Siti' }

describe('picturedMessage', () => {
  it('sends a picture with the words below it, and the text alone in its place', async () => {
    expect(await picturedMessage(view, { ...words, picture: dot })).toMatchObject({
      send: { method: 'sendPhoto', payload: { caption: 'Bukit Bu Siti', parse_mode: 'HTML' } },
      instead: { method: 'sendMessage', payload: { text: 'Bukit Bu Siti' } },
    })
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no room')
      },
    ],
    ['makes no picture', () => element('svg', {})],
  ])('sends the text alone when drawing %s', async (_, picture) => {
    const sent = await picturedMessage(view, { ...words, picture })
    expect(sent).toMatchObject({ send: { method: 'sendMessage' } })
    expect(sent).not.toHaveProperty('instead')
  })

  it('sends the text alone when the words do not fit below a picture', async () => {
    const sent = await picturedMessage(view, { ...words, html: 'x'.repeat(1025), picture: dot })
    expect(sent).toMatchObject({ send: { method: 'sendMessage' } })
  })
})
