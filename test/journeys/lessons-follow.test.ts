import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countReloads } from '../../src/app/follow-reloads.ts'
import type { App } from '../../src/app.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { press, say } from '../support/journey-chat.ts'
import { copyLessons, type LessonFolder } from '../support/lesson-folder.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const FIRST = 'fondasi/01-ai-alat-bantu.md'
const QUESTION = 'fondasi-ai-alat-bantu-q1'
const EVERY_MS = 20

describe('lessons that one process takes up', () => {
  let folder: LessonFolder
  let world: World
  let second: App
  let admin: SimulatedPerson
  beforeAll(async () => {
    folder = await copyLessons()
    world = await openWorld({
      lessonsDir: folder.path,
      env: { ADMIN_IDS: '2001' },
      app: { reloadsEveryMs: EVERY_MS },
    })
    second = await world.startApp()
    admin = await world.joined(2001, 'Ahmad')
  })
  afterAll(async () => {
    await world.close()
    await folder.remove()
  })

  const asked = (app: App): string => app.catalogue().questions.get(QUESTION)?.texts.id.text ?? ''
  const both = (words: string): boolean =>
    [world.app, second].every((app) => asked(app).includes(words))

  it('are taken up in the others, whichever of them answers in the chat', async () => {
    for (const [before, after] of [
      ['Siapa yang bertanggung', 'Siapakah yang bertanggung'],
      ['Siapakah yang bertanggung', 'Siapa gerangan yang bertanggung'],
    ] as const) {
      await folder.edit(FIRST, before, after)
      await say(world, admin, '/kelola_materi')
      await press(world, admin, 'Muat ulang materi')
      await until(() => both(after), 'both to have the new wording')
      expect(both(before)).toBe(false)
    }
  })

  it('and nobody is told more than the one who asked', async () => {
    const told = admin.messages().filter(({ text }) => text.includes('dimuat ulang'))
    expect(told).toHaveLength(2)
  })

  it('refused lessons are refused by all, and told once', async () => {
    await folder.edit(FIRST, 'answer: b', 'answer: x')
    await second.reloadLessons()
    await world.app.reloadLessons()
    await world.idle()
    const refused = admin.messages().filter(({ text }) => text.includes('belum bisa dipakai'))
    expect(refused).toHaveLength(1)
    expect(both('Siapa gerangan')).toBe(true)
  })
})

describe('the count of reloads', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is followed once for each that others made, and not for one’s own', async () => {
    const { db } = world.app
    const [own, other] = await Promise.all([
      countReloads(db, silentLogger, EVERY_MS),
      countReloads(db, silentLogger, EVERY_MS),
    ])
    let followed = 0
    let seenByOther = 0
    const following = [
      own.follow(() => Promise.resolve(followed++)),
      other.follow(() => Promise.resolve(seenByOther++)),
    ]
    try {
      await own.tellOthers()
      await until(() => seenByOther === 1, 'the other to follow')
      expect(followed).toBe(0)
      await other.tellOthers()
      await until(() => followed === 1, 'this one to follow')
      expect(seenByOther).toBe(1)
    } finally {
      await Promise.all(following.map((one) => one.stop()))
    }
  })

  it('is tried again when taking up fails', async () => {
    const { db } = world.app
    const failing = await countReloads(db, silentLogger, EVERY_MS)
    const other = await countReloads(db, silentLogger, EVERY_MS)
    let tries = 0
    const following = failing.follow(() => {
      tries++
      return tries < 3 ? Promise.reject(new Error('away')) : Promise.resolve()
    })
    try {
      await other.tellOthers()
      await until(() => tries === 3, 'three tries')
      expect(tries).toBe(3)
    } finally {
      await following.stop()
    }
  })
})
