import { expect, inject } from 'vitest'
import { z } from 'zod'
import { writeSetting } from '../../src/learning/index.ts'
import { addUnit, createInvite } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { withDatabase } from '../../src/platform/db/index.ts'
import { startSimulator, type SimulatedPerson, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase } from './database.ts'
import { readExposition, type Exposition } from './exposition.ts'
import { freePort } from './free-port.ts'
import { end, startCommand, type Running } from './journey-process.ts'
import { until } from './until.ts'

export const METRICS_TOKEN = 'a-token-for-the-metrics-alone'
export const WEBHOOK_SECRET = 'the_secret_of_the_webhook'
export const NIP = '198503122010012001'
export const NIK = '7309015203850001'
export const PHONE = '081234567890'
export const ID = 7_700_123_456

/** What must stand in no line of the log, and in no number. */
export const SECRETS = [
  'zulaikhaq',
  'wijayakusumah',
  'xilofon',
  'klarinet',
  PHONE,
  NIP,
  NIK,
  String(ID),
  WEBHOOK_SECRET,
  METRICS_TOKEN,
]

/** A whole process as an operator starts it, by webhook, at the most talkative level that there is. */
export interface Watched {
  readonly root: string
  readonly running: Running
  readonly simulator: Simulator
  readonly ownerUrl: string
  /** Has joined and has the first lesson. */
  readonly zulaikha: SimulatedPerson
  metrics(): Promise<Exposition>
  /** The lines of the log; what is said to the operator stands on the other stream. */
  logged(): Record<string, unknown>[]
  close(): Promise<void>
}

export async function openWatched(): Promise<Watched> {
  const database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  const simulator = await startSimulator({
    clock: systemClock,
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  const code = await withDatabase(database.ownerUrl, async (db) => {
    const now = systemClock.now()
    await writeSetting(db, 'assessment.asked', false, now)
    await writeSetting(db, 'confidence.asked', false, now)
    const unit = await addUnit(db, { name: 'Pemerintah Kabupaten Contoh', now })
    const expiresAt = new Date(now.getTime() + 3600_000)
    const grants = 'unit' as const
    return createInvite(
      db,
      { grants, unitId: unit.id, maxUses: 9, expiresAt, createdBy: null },
      now,
    )
  })
  const port = await freePort()
  const root = `http://127.0.0.1:${port}`
  const running = startCommand(['start'], {
    BOT_TOKEN: '123456:demo',
    TELEGRAM_API_ROOT: simulator.url,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PORT: String(port),
    PUBLIC_URL: root,
    WEBHOOK_SECRET,
    METRICS_TOKEN,
    // A test asks more often than a scraper does.
    REQUESTS_PER_MINUTE: 'off',
    UPDATES_PER_MINUTE: 'off',
    DATA_SECRET: 'a secret that seals numbers in this test',
    LOG_LEVEL: 'trace',
  })
  await running.says(/is running/)
  const zulaikha = simulator.person({
    id: ID,
    firstName: 'Zulaikhaq Wijayakusumah',
    username: 'zulaikhaq_contoh',
    languageCode: 'id',
  })
  await answered(zulaikha, () => {
    zulaikha.start(code)
  })
  for (const button of ['Setuju, mulai', 'Ibu', 'Guru & pendidikan']) await tap(zulaikha, button)
  return {
    root,
    running,
    simulator,
    ownerUrl: database.ownerUrl,
    zulaikha,
    async metrics() {
      const answer = await fetch(`${root}/metrics`, {
        headers: { authorization: `Bearer ${METRICS_TOKEN}` },
      })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
      return readExposition(await answer.text())
    },
    logged: () =>
      running
        .stderr()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line))),
    async close() {
      await end(running)
      await simulator.close()
      await database.drop()
    },
  }
}

/** Waits until the bot has said something that it had not said before, or said it differently. */
export async function answered(person: SimulatedPerson, act: () => void): Promise<void> {
  const said = (): string =>
    JSON.stringify(person.messages().map((m) => (m.fromBot ? [m.id, m.text, m.buttons] : [])))
  act()
  const before = said()
  await until(() => said() !== before, 'an answer of the bot')
}

async function tap(person: SimulatedPerson, button: string): Promise<void> {
  const shows = (): { id: number } | undefined =>
    person
      .messages()
      .findLast((m) => m.buttons?.flat().some(({ text }) => text === button) === true)
  await until(() => shows() !== undefined, `the button ${button}`)
  const id = shows()?.id ?? 0
  await answered(person, () => {
    person.press(id, button)
  })
}
