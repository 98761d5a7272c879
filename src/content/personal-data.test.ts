import { describe, expect, it } from 'vitest'
import { LESSON, changed, problemsOf } from './fixture.ts'

describe('personal data', () => {
  it.each([
    ['NIK', '7309010101900001', 'a NIK (16 digits)'],
    ['NIK in groups', '730901-010190-0001', 'a NIK (16 digits)'],
    ['NIP', '199001012015011001', 'a NIP (18 digits)'],
    ['NIP in groups', '19900101 201501 1 001', 'a NIP (18 digits)'],
    ['mobile', '081234567890', 'a phone number'],
    ['mobile in groups', '0812-3456-7890', 'a phone number'],
    ['mobile with country', '+62 812 3456 7890', 'a phone number'],
    ['fixed line', '(0411) 371234', 'a phone number'],
    ['chat', 'https://wa.me/6281234567890', 'a phone number'],
  ])('%s', async (_, number, name) => {
    expect(await problemsOf(changed('"Warga"', `"Lihat ${number}"`))).toEqual([
      `${LESSON}:20: possible personal data: this looks like ${name}: take it out, or write it masked, such as 7309xxxx`,
    ])
  })

  it.each([
    'Pasal 46 UU 27/2022, 12.03.2026, pukul 08.30-10.00',
    'Rp 1.250.000.000 untuk 17.508 pulau',
    '[a](https://nasional.kompas.com/read/2022/09/20/1433591112345678)',
    '7309xxxxxxxxxxxx',
  ])('not: %s', async (text) => {
    expect(await problemsOf(changed('draf', text))).toEqual([])
  })
})
