import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FOUND, MOST_PASSAGE, readPassage } from './passage.ts'

const mark = (word: string) => `${FOUND.start}${word}${FOUND.end}`
/** As it is shown, what was found between brackets. */
const shown = (headline: string, body: string) =>
  readPassage(headline, body)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

describe('a passage', () => {
  const body = 'Surat itu\ndipercayakan kepada kantor. Data pribadi tidak masuk ke chatbot.'

  it('marks what was found and says where the lesson goes on', () => {
    expect(shown(`kantor. ${mark('Data')} ${mark('pribadi')} tidak masuk`, body)).toBe(
      '… kantor. [Data] [pribadi] tidak masuk …',
    )
  })

  it('has no ellipsis where the lesson begins or ends', () => {
    expect(shown(`${mark('Surat')} itu\ndipercayakan`, body)).toBe('[Surat] itu dipercayakan …')
    expect(shown(`masuk ke ${mark('chatbot')}.`, body)).toBe('… masuk ke [chatbot].')
    expect(shown(body, body)).toBe(body.replace('\n', ' '))
  })

  it('is cut after a word', () => {
    const long = 'kata '.repeat(100)
    const text = shown(long, `${long}akhir`)
    expect(text).toMatch(/^(kata )+kata …$/)
    expect(text.length).toBeLessThanOrEqual(MOST_PASSAGE + 2)
  })

  it('is cut inside a word that has no end, but not inside a character', () => {
    expect(shown('😀'.repeat(300), '😀'.repeat(300))).toMatch(/^(😀)+ …$/u)
  })

  it('is nothing of nothing', () => {
    expect(readPassage('', '')).toEqual([])
  })

  it('property: whatever comes, it is short, on one line and without marks', () => {
    const pieces = fc.constantFrom(FOUND.start, FOUND.end, ' ', '\n', 'kata', '<b>', '&', '😀')
    fc.assert(
      fc.property(fc.array(pieces), fc.array(pieces), (headline, whole) => {
        const text = readPassage(headline.join(''), whole.join(''))
          .map((part) => part.text)
          .join('')
        expect(text.length).toBeLessThanOrEqual(MOST_PASSAGE + 4)
        expect(text).not.toMatch(new RegExp(`[\n${FOUND.start}${FOUND.end}]`))
      }),
    )
  })
})
