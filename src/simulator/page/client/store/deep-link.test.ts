import { describe, expect, it } from 'vitest'

import { parseDeepLink } from './deep-link.ts'

describe('parseDeepLink', () => {
  it.each([
    ['https://t.me/sedikit_demo_bot?start=KODE-1', { payload: 'KODE-1' }],
    ['t.me/Sedikit_Demo_Bot?start=a', { payload: 'a' }],
    ['http://telegram.me/sedikit_demo_bot?start=a', { payload: 'a' }],
    ['tg://resolve?domain=sedikit_demo_bot&start=x_y', { payload: 'x_y' }],
    [' KODE-1 ', { payload: 'KODE-1' }],
    ['https://t.me/sedikit_demo_bot', { payload: '' }],
    ['https://t.me/bot_lain?start=a', undefined],
    ['https://maros.go.id/?start=a', undefined],
    ['https://t.me/sedikit_demo_bot?start=tidak boleh', undefined],
    [`https://t.me/sedikit_demo_bot?start=${'x'.repeat(65)}`, undefined],
    ['bukan kode!', undefined],
    ['', undefined],
  ])('%s', (text, link) => {
    expect(parseDeepLink(text, 'sedikit_demo_bot')).toEqual(link)
  })
})
