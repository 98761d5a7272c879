import { expect, it } from 'vitest'

import { addDetected } from './detect.ts'

function found(text: string): string[] {
  return addDetected(text, []).map(
    ({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`,
  )
}

it('finds what Telegram finds', () => {
  expect(found('/start abc')).toEqual(['bot_command:/start'])
  expect(found('/help@demo_bot dan 1/2')).toEqual(['bot_command:/help@demo_bot'])
  expect(found('Lihat https://maroskab.go.id/a_(b). Lalu maroskab.go.id!')).toEqual([
    'url:https://maroskab.go.id/a_(b',
    'url:maroskab.go.id',
  ])
  expect(found('tulis ke sari@contoh.go.id atau @sari')).toEqual([
    'email:sari@contoh.go.id',
    'mention:@sari',
  ])
  expect(found('#bukit #123 $USD')).toEqual(['hashtag:#bukit', 'cashtag:$USD'])
  expect(found('Selesai. Besok lagi.')).toEqual([])
})

it('finds nothing within code and links', () => {
  const code = { type: 'code' as const, offset: 0, length: 6 }
  expect(addDetected('/start', [code])).toEqual([code])
})
