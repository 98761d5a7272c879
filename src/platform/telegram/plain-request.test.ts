import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainRequest } from './plain-request.ts'

const textOf = (html: string): unknown =>
  plainRequest({ method: 'sendMessage', payload: { text: html, parse_mode: 'HTML' } }).payload[
    'text'
  ]

describe('a request without formatting', () => {
  it.each([
    ['<b>Halo</b>, <a href="https://a.id/?x=1&amp;y=2">Siti</a>', 'Halo, Siti'],
    ['3 < 4 <i>dan</i> 5 > 4', '3 < 4 dan 5 > 4'],
    ['<b>tidak ditutup', 'tidak ditutup'],
    ['a &lt;b&gt; &amp;amp; &quot;c&quot; &#100; &#x65;', 'a <b> &amp; "c" d e'],
    ['&tidak; &#0; &#9999999;', '&tidak; &#0; &#9999999;'],
    ['&constructor;', '&constructor;'],
  ])('reads %j as %j', (html, plain) => {
    expect(textOf(html)).toBe(plain)
  })

  it('drops entities and parse modes, and keeps everything else', () => {
    const reply_markup = { inline_keyboard: [[{ text: '<b>', callback_data: 'x' }]] }
    expect(
      plainRequest({
        method: 'editMessageText',
        payload: {
          text: 'a <b> c',
          entities: [{ type: 'bold', offset: 0, length: 99 }],
          reply_markup,
        },
      }),
    ).toEqual({ method: 'editMessageText', payload: { text: 'a <b> c', reply_markup } })
    expect(
      plainRequest({
        method: 'sendPhoto',
        payload: { photo: 'id', caption: '<i>bukit</i>', parse_mode: 'html', caption_entities: [] },
      }),
    ).toEqual({ method: 'sendPhoto', payload: { photo: 'id', caption: 'bukit' } })
  })

  it('covers every text of a poll', () => {
    expect(
      plainRequest({
        method: 'sendPoll',
        payload: {
          question: '<b>1 &lt; 2</b>',
          question_parse_mode: 'HTML',
          explanation: '<i>ya</i>',
          explanation_parse_mode: 'HTML',
          options: [
            { text: '<b>a</b>', text_parse_mode: 'HTML' },
            { text: '<b>', text_entities: [] },
          ],
          correct_option_ids: [0],
        },
      }).payload,
    ).toEqual({
      question: '1 < 2',
      explanation: 'ya',
      options: [{ text: 'a' }, { text: '<b>' }],
      correct_option_ids: [0],
    })
  })

  it('is the same for a request that is plain already', () => {
    const word = fc.record({ text: fc.string(), chat_id: fc.integer() })
    fc.assert(
      fc.property(word, (payload) => {
        const request = { method: 'sendMessage', payload } as const
        expect(plainRequest(request)).toEqual(request)
      }),
    )
  })
})
