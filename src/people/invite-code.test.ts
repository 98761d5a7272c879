import { expect, it } from 'vitest'
import {
  hashInviteCode,
  inviteCodeFrom,
  looksLikeInviteCode,
  newInviteCode,
  newTypedCode,
  typedCodeText,
} from './invite-code.ts'

it('knows every code that it makes', () => {
  for (let i = 0; i < 1000; i++) {
    const code = newInviteCode()
    expect(code).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect([code, looksLikeInviteCode(code)]).toEqual([code, true])
  }
})

it('makes the same code of the same secret and purpose, and another of any other', () => {
  const codes = Array.from({ length: 1000 }, (_, i) => inviteCodeFrom('secret', `until ${i}`))
  for (const code of codes) expect([code, looksLikeInviteCode(code)]).toEqual([code, true])
  expect(new Set(codes).size).toBe(1000)
  expect(inviteCodeFrom('secret', 'until 7')).toBe(codes[7])
  expect(inviteCodeFrom('another', 'until 7')).not.toBe(codes[7])
})

it('knows every code for typing, however it is typed, and none holds a sign that is like another', () => {
  for (let i = 0; i < 1000; i++) {
    const code = newTypedCode()
    expect(code).toMatch(/^[A-Z3-9]{8}$/)
    expect(code).not.toMatch(/[0OQ1IL2Z5S8BGUV]/)
    for (const typed of [code.toLowerCase(), typedCodeText(code), code.replace(/^..../, '$&-')]) {
      expect([typed, looksLikeInviteCode(typed)]).toEqual([typed, true])
      expect(hashInviteCode(typed)).toBe(hashInviteCode(code))
    }
  }
})

it('capitals of a link’s code count', () => {
  const code = newInviteCode()
  expect(hashInviteCode(code.toLowerCase())).not.toBe(hashInviteCode(code))
})

it.each([
  'Assalamualaikum',
  'pendaftaran',
  'berhenti',
  'mempertanggungjawabkan',
  'Mempertanggungjawabkan',
  'MEMPERTANGGUNGJAWABKAN',
  'pelatihan-kepala-dinas',
  '081234567890',
  '12345678',
  'sekretar',
  '1998031520240210011234',
  'selamat pagi Bapak Ibu',
  '',
])('takes "%s" for no code', (text) => {
  expect(looksLikeInviteCode(text)).toBe(false)
})
