import { expect, it } from 'vitest'
import { webhookUrl } from './server.ts'

it.each([
  ['https://bot.example.go.id', 'https://bot.example.go.id/telegram'],
  ['https://bot.example.go.id/', 'https://bot.example.go.id/telegram'],
  ['https://example.go.id/sedikit', 'https://example.go.id/sedikit/telegram'],
  ['https://example.go.id:8443/a/sedikit//', 'https://example.go.id:8443/a/sedikit/telegram'],
])('Telegram is told of an address below PUBLIC_URL: %s', (publicUrl, address) => {
  expect(webhookUrl(publicUrl)).toBe(address)
})
