import { describe, expect, it } from 'vitest'
import { miniAppIn } from './mini-app.ts'
import { contrast, lookOf } from './theme.ts'

const theme = {
  bg_color: '#17212b',
  text_color: '#f5f5f5',
  hint_color: '#708499',
  link_color: '#6ab3f3',
  secondary_bg_color: '#0e1621',
}

const fragment = (more: Readonly<Record<string, string>> = {}): string =>
  `#${new URLSearchParams({
    tgWebAppData: 'user=%7B%22id%22%3A7%7D&auth_date=1&hash=ab',
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'android',
    tgWebAppThemeParams: JSON.stringify(theme),
    ...more,
  }).toString()}`

describe('a Mini App', () => {
  it('finds what Telegram signed, as it was signed', () => {
    expect(miniAppIn(fragment())).toEqual({
      initData: 'user=%7B%22id%22%3A7%7D&auth_date=1&hash=ab',
      platform: 'android',
      theme,
    })
  })

  it('is none without it', () => {
    expect(miniAppIn('')).toBeUndefined()
    expect(miniAppIn('#tgWebAppVersion=9.1')).toBeUndefined()
    expect(miniAppIn(fragment({ tgWebAppData: '' }))).toBeUndefined()
  })

  it.each(['', '{', 'null', '[]', '{"bg_color":7,"text_color":"url(https://a.example)"}'])(
    'takes nothing but colours from a theme: %j',
    (broken) => {
      expect(miniAppIn(fragment({ tgWebAppThemeParams: broken }))?.theme).toEqual({})
    },
  )
})

describe('the look', () => {
  it('is that of the theme', () => {
    expect(lookOf(theme)).toMatchObject({
      dark: true,
      colours: { '--card': '#17212b', '--paper': '#0e1621', '--accent': '#6ab3f3' },
    })
  })

  it('leaves out what cannot be read', () => {
    // The hint of this theme has a contrast of 4.1 on its ground.
    expect(lookOf(theme)?.colours['--quiet']).toBe('#f5f5f5')
    expect(lookOf({ ...theme, link_color: '#202b36' })?.colours).not.toHaveProperty('--accent')
    expect(lookOf({ bg_color: '#ffffff', text_color: '#eeeeee' })).toBeUndefined()
    expect(lookOf({})).toBeUndefined()
  })

  it('measures contrast as the standard does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })
})
