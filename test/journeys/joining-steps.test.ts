import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOTICE_VERSION } from '../../src/people/index.ts'
import {
  countJoined,
  findButton,
  forgePress,
  newcomer,
  open,
  press,
  row,
  say,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

const person = (telegramId: number) => sql`
  select name, address_form, job_role, join_step, locale from people
  where telegram_id = ${telegramId}`

describe('the steps of joining', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('says who runs the bot, what it never asks for, and how to stop; keeps no name before consent', async () => {
    const siti = newcomer(world, 3001)
    const [notice] = await open(world, siti, await world.invite())
    expect(notice).toContain('Pemerintah Kabupaten Contoh')
    for (const word of ['NIK', 'kata sandi', 'OTP', 'uang', 'berhenti']) {
      expect(notice).toContain(word)
    }
    expect(await row(world, person(3001))).toMatchObject({ name: '', join_step: 'consent' })
    expect(await countJoined(world)).toMatchObject({ consents: 0, enrolments: 0 })
    const inbox = await row<{ n: number }>(
      world,
      sql`select count(*)::int as n from inbox where body is not null`,
    )
    expect(inbox.n).toBe(0)
  })

  it('/start again shows the step that is open, and adds nothing', async () => {
    const siti = newcomer(world, 3001)
    const code = await world.invite()
    const steps = [
      ['soal data Anda', 'Setuju, mulai'],
      ['Bagaimana saya menyapa Anda?', 'Ibu'],
      ['Pekerjaan Anda paling dekat', 'Guru & pendidikan'],
    ] as const
    for (const [shown, button] of steps) {
      const before = await countJoined(world)
      expect(await open(world, siti)).toEqual([expect.stringContaining(shown)])
      expect(await open(world, siti, code)).toEqual([expect.stringContaining(shown)])
      expect(await countJoined(world)).toEqual(before)
      await press(world, siti, button)
    }
    const joined = await countJoined(world)
    expect(joined).toMatchObject({ people: 1, consents: 1, enrolments: 1, deliveries: 1 })
    expect(await open(world, siti)).toEqual([expect.stringContaining('Tidak ada yang berubah')])
    expect(await open(world, siti, code)).toEqual([
      expect.stringContaining('Tidak ada yang berubah'),
    ])
    expect(await countJoined(world)).toEqual(joined)
    expect(await row(world, sql`select notice_version from consents`)).toEqual({
      notice_version: NOTICE_VERSION,
    })
  })

  it('old buttons pressed again do nothing, once or twice', async () => {
    const siti = newcomer(world, 3001)
    const standing = async () => [
      await countJoined(world),
      await row(world, person(3001)),
      siti.messages().length,
    ]
    const before = await standing()
    for (const button of ['Setuju, mulai', 'Bapak']) {
      const message = findButton(siti, button)
      // The question of the name has become the next one; its buttons are gone with it.
      if (message === undefined) continue
      siti.press(message.id, button)
      siti.press(message.id, button)
      await world.idle()
    }
    await forgePress(world, siti, 'address:bapak')
    await forgePress(world, siti, 'role:pimpinan')
    expect(await standing()).toEqual(before)
  })

  it('a double tap at each step counts once', async () => {
    const twice = newcomer(world, 3002)
    await open(world, twice, await world.invite())
    for (const button of ['Setuju, mulai', 'Bapak', 'Pimpinan']) {
      const message = findButton(twice, button)
      if (message === undefined) throw new Error(`no button ${button}`)
      twice.press(message.id, button)
      twice.press(message.id, button)
      await world.idle()
    }
    expect(await countJoined(world)).toMatchObject({ people: 2, consents: 2, enrolments: 2 })
    expect(twice.messages().filter((m) => m.poll !== undefined)).toHaveLength(1)
  })

  it('takes a typed name while it asks how to address, and refuses one that is too long', async () => {
    const doctor = newcomer(world, 3003, 'dr')
    await open(world, doctor, await world.invite())
    await press(world, doctor, 'Setuju, mulai')
    expect(await say(world, doctor, 'x'.repeat(81))).toEqual([
      expect.stringContaining('terlalu panjang'),
    ])
    expect(await say(world, doctor, '  Dr. Andi\n Rahman,   M.Kes ')).toEqual([
      expect.stringContaining('Dr. Andi Rahman, M.Kes'),
    ])
    await say(world, doctor, 'y'.repeat(80))
    await say(world, doctor, 'Andi')
    expect(await press(world, doctor, 'Bapak')).toEqual([expect.stringContaining('Pak Andi?')])
  })

  it('keeps a half of no character of a very long Telegram name', async () => {
    const long = world.simulator.person({
      id: 3009,
      firstName: 'a'.repeat(63),
      lastName: '😀'.repeat(32),
    })
    await open(world, long, await world.invite())
    const [ask] = await press(world, long, 'Setuju, mulai')
    expect(ask).toContain('a'.repeat(63))
    expect(ask).not.toContain('\ufffd')
  })

  it('shows a name with markup literally, in every message', async () => {
    const name = `A<b>&"'`
    const odd = newcomer(world, 3004, name)
    await open(world, odd, await world.invite())
    expect(await press(world, odd, 'Setuju, mulai')).toEqual([expect.stringContaining(name)])
    expect(await press(world, odd, 'Nama saja')).toEqual([expect.stringContaining(`${name}?`)])
    const [welcome] = await press(world, odd, 'Kesehatan')
    expect(welcome).toContain(`Selamat datang, ${name}!`)
    for (const command of ['/progres', '/bantuan', '/jeda 1']) {
      expect(await say(world, odd, command)).toEqual([expect.stringContaining(name)])
    }
  })

  it('shows a name that is a word of the template as it is', async () => {
    const hill = await world.joined(3005, 'HILL')
    const [text] = await say(world, hill, '/progres')
    expect(text?.split('\n')[0]).toBe('Bukit Bu HILL')
    expect(text).toContain('○')
  })

  it('hears "berhenti" and "batal" while it asks for the address, and takes them for no name', async () => {
    const leaver = newcomer(world, 3006, 'Rina')
    await open(world, leaver, await world.invite())
    await press(world, leaver, 'Setuju, mulai')
    for (const word of ['berhenti', 'batal', 'menu']) {
      await say(world, leaver, word)
      expect(await row(world, person(3006))).toMatchObject({ name: 'Rina' })
    }
  })

  it('leads other words and commands back to the open step', async () => {
    const shy = newcomer(world, 3007)
    await open(world, shy, await world.invite())
    for (const text of ['halo', '/materi', '/progres', '/statistik', '/bantuan']) {
      expect(await say(world, shy, text)).toEqual([
        expect.stringContaining('belum selesai berkenalan'),
      ])
    }
    for (const data of [
      'today',
      'next',
      'progress',
      'hour:600',
      'pausedays:3',
      'skip:1',
      'role:guru',
    ]) {
      await forgePress(world, shy, data)
    }
    expect(await row(world, person(3007))).toMatchObject({ join_step: 'consent', name: '' })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
