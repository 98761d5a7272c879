import { describe, expect, it } from 'vitest'
import { codeInPayload, looksLikeCode, newCode, verificationUrl } from './code.ts'

describe('a verification code', () => {
  it('is random, and fits a URL and a start payload', () => {
    const codes = Array.from({ length: 1000 }, newCode)
    expect(new Set(codes).size).toBe(1000)
    expect(codes.every(looksLikeCode)).toBe(true)
    expect(codes.every((code) => /^[A-Za-z0-9_-]{1,64}$/.test(`v_${code}`))).toBe(true)
  })

  it('is read from a payload of its own kind alone', () => {
    expect(codeInPayload('v_abc')).toBe('abc')
    expect(codeInPayload('v_')).toBe('')
    expect(codeInPayload('')).toBeUndefined()
    // An invitation's code that happens to begin so.
    expect(codeInPayload(`v_${'a'.repeat(20)}`)).toBeUndefined()
    expect(codeInPayload(`v_${newCode()}`)).toHaveLength(22)
  })

  it.each(['', 'a', 'a'.repeat(23), `${'a'.repeat(21)}/`, `${'a'.repeat(21)}é`])(
    'is none: %j',
    (text) => {
      expect(looksLikeCode(text)).toBe(false)
    },
  )

  it('leads to the public page, or to the bot', () => {
    const code = 'A'.repeat(22)
    const reach = { botUsername: 'sedikit_bot' }
    expect(verificationUrl(code, { ...reach, publicUrl: 'https://s.go.id/' })).toBe(
      `https://s.go.id/v/${code}`,
    )
    expect(verificationUrl(code, { ...reach, publicUrl: undefined })).toBe(
      `https://t.me/sedikit_bot?start=v_${code}`,
    )
  })
})
