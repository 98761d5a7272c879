import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countJoined, newcomer, open, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

const WRONG = 'AAAAAAAAAAAAAAAAAAAAAA'

describe('codes and links', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const minutesLater = (minutes: number): void => {
    world.clock.moveTo(new Date(world.clock.now().getTime() + minutes * 60_000))
  }

  it('without a code: says what it is and where to get one, and stores nobody', async () => {
    const person = newcomer(world, 2001)
    const [text] = await open(world, person)
    expect(text).toContain('tautan undangan')
    expect(text).toContain('koordinator')
    expect(await say(world, person, '/bantuan')).toEqual([text])
    expect(await say(world, person, 'halo')).toEqual([text])
    expect(await countJoined(world)).toMatchObject({ people: 0, consents: 0 })
  })

  it.each(['Assalamualaikum', 'pendaftaran'])(
    'takes a greeting of one word for no code: %s',
    async (word) => {
      const person = newcomer(world, 2002)
      expect(await say(world, person, word)).toEqual([expect.stringContaining('tautan undangan')])
    },
  )

  it('refuses a wrong code kindly', async () => {
    expect(await open(world, newcomer(world, 2003), WRONG)).toEqual([
      expect.stringContaining('belum saya kenali'),
    ])
  })

  it('refuses an expired link, in its own words, and as no guess', async () => {
    const code = await world.invite({ days: 1 })
    const other = await world.invite({ days: 90 })
    minutesLater(24 * 60)
    const person = newcomer(world, 2004)
    for (let i = 0; i < 5; i++) {
      expect(await open(world, person, code)).toEqual([
        expect.stringContaining('lewat masa berlakunya'),
      ])
    }
    expect(await open(world, person, other)).toEqual([expect.stringContaining('soal data Anda')])
  })

  it('refuses a used-up link, in its own words', async () => {
    const code = await world.invite({ uses: 1 })
    await open(world, newcomer(world, 2005), code)
    expect(await open(world, newcomer(world, 2006), code)).toEqual([
      expect.stringContaining('sudah terpakai semua'),
    ])
  })

  it('slows a guesser down after the third wrong code, longer each time, and then lets in', async () => {
    const code = await world.invite()
    const person = newcomer(world, 2007)
    for (let i = 0; i < 3; i++) {
      expect(await open(world, person, WRONG)).toEqual([
        expect.stringContaining('belum saya kenali'),
      ])
    }
    expect(await open(world, person, code)).toEqual([expect.stringContaining('belum cocok')])
    minutesLater(1)
    expect(await open(world, person, WRONG)).toEqual([expect.stringContaining('belum saya kenali')])
    minutesLater(1)
    expect(await open(world, person, code)).toEqual([expect.stringContaining('sesudah satu menit')])
    minutesLater(1)
    expect(await open(world, person, code)).toEqual([expect.stringContaining('soal data Anda')])
  })

  it('slows down the one account alone', async () => {
    const code = await world.invite()
    const guesser = newcomer(world, 2008)
    for (let i = 0; i < 3; i++) await open(world, guesser, WRONG)
    expect(await open(world, newcomer(world, 2009), code)).toEqual([
      expect.stringContaining('soal data Anda'),
    ])
  })

  it('takes a code that is typed instead of a link, spaces around it and all', async () => {
    const person = newcomer(world, 2010)
    expect(await say(world, person, `  ${await world.invite()} `)).toEqual([
      expect.stringContaining('soal data Anda'),
    ])
  })

  it('one link, opened again and again by one person, is used once', async () => {
    const before = await row<{ n: number }>(world, uses)
    const code = await world.invite({ uses: 2 })
    const person = newcomer(world, 2011)
    await open(world, person, code)
    await open(world, person, code)
    for (const button of ['Setuju, mulai', 'Ibu', 'Kesehatan']) await press(world, person, button)
    for (let i = 0; i < 3; i++) await open(world, person, code)
    expect((await row<{ n: number }>(world, uses)).n - before.n).toBe(1)
    expect(await open(world, newcomer(world, 2012), code)).toEqual([
      expect.stringContaining('soal data Anda'),
    ])
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})

const uses = sql`select coalesce(sum(uses), 0)::int as n from invites`
