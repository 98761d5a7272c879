import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSender, insertMessages } from '../../src/messaging/index.ts'
import { openRig, type LedgerRig } from '../support/ledger-rig.ts'
import { note, outboxOf } from '../support/ledger-notes.ts'

/** The outbox alone: nothing sweeps it, so what is too late stays where it is. */
describe('a message that is too late', () => {
  let rig: LedgerRig

  beforeAll(async () => {
    rig = await openRig(() => Promise.resolve({ kind: 'ok', result: { message_id: 1 } }))
  })
  afterAll(() => rig.close())

  const states = async (chatId: number): Promise<string[]> =>
    (await outboxOf(rig.db, chatId)).map(({ state }) => state)

  /** One that is worth a second, and one behind it; the second is over. */
  async function lateAndNext(chatId: number): Promise<{ late: number; next: number }> {
    const now = rig.clock.now()
    const notAfter = new Date(now.getTime() + 1000)
    const [late, next] = [
      ...(await insertMessages(rig.db, [note('lesson', chatId, 'late', { notAfter })], { now })),
      ...(await insertMessages(rig.db, [note('lesson', chatId, 'next')], { now })),
    ]
    rig.clock.moveTo(new Date(now.getTime() + 2000))
    return { late: late ?? 0, next: next ?? 0 }
  }

  it('holds up none of its chat until it is swept away, and is not sent', async () => {
    const { late, next } = await lateAndNext(7001)
    await createSender(rig.recording('a')).send([late, next])
    expect(await states(7001)).toEqual(['pending', 'sent'])
  })

  it('holds them up while it is in flight, since what came before must be told first', async () => {
    const { late, next } = await lateAndNext(7002)
    await rig.db.execute(sql`update outbox set state = 'sending' where id = ${late}`)
    await createSender(rig.recording('a')).send([next])
    expect(await states(7002)).toEqual(['sending', 'pending'])
  })
})
