import { expect, it } from 'vitest'
import { looksLikeInviteCode, newInviteCode } from './invite-code.ts'

it('knows every code that it makes', () => {
  for (let i = 0; i < 1000; i++) {
    const code = newInviteCode()
    expect(code).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect([code, looksLikeInviteCode(code)]).toEqual([code, true])
  }
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
  '1998031520240210011234',
  'selamat pagi Bapak Ibu',
  '',
])('takes "%s" for no code', (text) => {
  expect(looksLikeInviteCode(text)).toBe(false)
})
