import { describe, expect, it } from 'vitest'

import { movableClock } from '../../src/platform/clock.ts'
import { startSimulator } from '../../src/simulator/index.ts'
import { grammyClient, START, throughBothClients } from './simulator-clients.ts'

throughBothClients((harness) => {
  describe('who the bot is', () => {
    it('getMe', async () => {
      const { simulator, call } = harness()
      expect(await call('getMe')).toMatchObject({
        id: 123456,
        is_bot: true,
        username: simulator.botUsername,
        can_join_groups: true,
      })
    })

    it('refuses a wrong token with 401', async () => {
      const { simulator, clientOf } = harness()
      const stranger = clientOf(simulator.url, '99:wrong')
      const error: unknown = await stranger.call('getMe').catch((reason: unknown) => reason)
      expect(stranger.failureOf(error)).toMatchObject({ code: 401, description: 'Unauthorized' })
    })

    it('answers an unknown method with 404', async () => {
      const { failure } = harness()
      expect(await failure('sendTelegraph')).toMatchObject({
        code: 404,
        description: 'Not Found: method not found',
      })
    })

    it('name, description and short description, by language', async () => {
      const { call, failure, description } = harness()
      await call('setMyName', { name: 'Sedikit demi sedikit' })
      await call('setMyDescription', { description: 'Belajar AI' })
      await call('setMyDescription', { description: 'Learning AI', language_code: 'en' })
      await call('setMyShortDescription', { short_description: 'Belajar' })
      expect(await call('getMyName')).toEqual({ name: 'Sedikit demi sedikit' })
      expect(await call('getMe')).toMatchObject({ first_name: 'Sedikit demi sedikit' })
      expect(await call('getMyDescription', { language_code: 'en' })).toEqual({
        description: 'Learning AI',
      })
      expect(await call('getMyDescription', { language_code: 'fr' })).toEqual({
        description: 'Belajar AI',
      })
      expect(await call('getMyShortDescription')).toEqual({ short_description: 'Belajar' })
      expect((await failure('setMyName', { name: 'x'.repeat(65) })).code).toBe(400)
      expect((await failure('setMyDescription', { description: 'x'.repeat(513) })).code).toBe(400)
      expect(
        (await failure('setMyShortDescription', { short_description: 'x'.repeat(121) })).code,
      ).toBe(400)
      expect(await description('setMyName', { name: 'x', language_code: 'indonesian' })).toBe(
        'Bad Request: invalid language code specified',
      )
    })

    it('commands by scope and language, as the person sees them', async () => {
      const { sari, call } = harness()
      const commands = (description: string) => [{ command: 'materi', description }]
      await call('setMyCommands', { commands: commands("Today's lesson") })
      await call('setMyCommands', { commands: commands('Materi hari ini'), language_code: 'id' })
      expect(sari.commands()).toEqual(commands('Materi hari ini'))
      const scope = { type: 'chat', chat_id: 1001 }
      await call('setMyCommands', { commands: commands('Untuk Sari'), scope })
      expect(sari.commands()).toEqual(commands('Untuk Sari'))
      expect(await call('getMyCommands', { scope })).toEqual(commands('Untuk Sari'))
      await call('deleteMyCommands', { scope })
      expect(sari.commands()).toEqual(commands('Materi hari ini'))
      expect(await call('getMyCommands')).toEqual(commands("Today's lesson"))
    })

    it('refuses commands that are none', async () => {
      const { description } = harness()
      const set = (command: string, text = 'x') =>
        description('setMyCommands', { commands: [{ command, description: text }] })
      expect(await set('Materi')).toBe('Bad Request: BOT_COMMAND_INVALID')
      expect(await set('m'.repeat(33))).toBe('Bad Request: command length must not exceed 32')
      expect(await set('m', 'x'.repeat(257))).toBe(
        'Bad Request: command description length must not exceed 256',
      )
      expect(await set('m', '')).toBe('Bad Request: command description must be non-empty')
      const many = Array.from({ length: 101 }, (_, index) => ({
        command: `c${index}`,
        description: 'x',
      }))
      expect(await description('setMyCommands', { commands: many })).toBe(
        'Bad Request: BOT_COMMANDS_TOO_MUCH',
      )
      expect(
        await description('setMyCommands', { commands: [], scope: { type: 'chat', chat_id: 5 } }),
      ).toBe('Bad Request: chat not found')
    })

    it('setChatMenuButton', async () => {
      const { call, description } = harness()
      await call('setChatMenuButton', { chat_id: 1001, menu_button: { type: 'commands' } })
      expect(await call('getChatMenuButton', { chat_id: 1001 })).toEqual({ type: 'commands' })
      expect(await description('setChatMenuButton', { menu_button: { type: 'nothing' } })).toBe(
        "Bad Request: can't parse menu button: MenuButton has unsupported type",
      )
    })
  })

  describe('chats', () => {
    it('getChat and getChatMember', async () => {
      const { call, description } = harness()
      expect(await call('getChat', { chat_id: 1001 })).toMatchObject({
        first_name: 'Sari',
        username: 'sari_demo',
      })
      expect(await call('getChatMember', { chat_id: 1001, user_id: 1001 })).toMatchObject({
        status: 'member',
      })
      expect(await description('getChat', { chat_id: 5 })).toBe('Bad Request: chat not found')
      expect(await description('getChatMember', { chat_id: 1001, user_id: 5 })).toBe(
        'Bad Request: user not found',
      )
    })

    it('is added to a group, says a line and leaves', async () => {
      const { simulator, call, failure, description, updates } = harness()
      const group = simulator.group({ title: 'Kantor' })
      group.join(1001)
      group.addBot(1001)
      expect((await updates()).slice(1)).toMatchObject([
        { my_chat_member: { chat: { id: group.id }, new_chat_member: { status: 'member' } } },
        {
          message: { chat: { id: group.id, type: 'group' }, new_chat_members: [{ is_bot: true }] },
        },
      ])
      await call('sendMessage', { chat_id: group.id, text: 'Mari bicara berdua.' })
      await call('leaveChat', { chat_id: group.id })
      expect(group.botStatus).toBe('left')
      expect(await failure('sendMessage', { chat_id: group.id, text: 'x' })).toMatchObject({
        code: 403,
        description: 'Forbidden: bot is not a member of the group chat',
      })
      expect((await updates()).at(-1)).toMatchObject({
        my_chat_member: { new_chat_member: { status: 'left' } },
      })
      expect(await description('leaveChat', { chat_id: 1001 })).toBe(
        "Bad Request: can't leave private and secret chats",
      )
    })

    it('is told the new id of a group that became a supergroup', async () => {
      const { simulator, call, updates, client } = harness()
      const group = simulator.group({ title: 'Kantor' })
      group.join(1001)
      group.addBot(1001)
      const supergroup = group.upgrade()
      const error: unknown = await call('sendMessage', { chat_id: group.id, text: 'x' }).catch(
        (reason: unknown) => reason,
      )
      expect(client.failureOf(error)).toMatchObject({
        code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
      })
      expect(error).toMatchObject({ parameters: { migrate_to_chat_id: supergroup.id } })
      expect((await updates()).at(-1)).toMatchObject({
        message: { migrate_to_chat_id: supergroup.id },
      })
      await call('sendMessage', { chat_id: supergroup.id, text: 'x' })
    })

    it('sees in a group what is meant for it alone', async () => {
      const { simulator, updates } = harness()
      const group = simulator.group({ title: 'Kantor' })
      group.join(1001)
      group.addBot(1001)
      group.sendText(1001, 'Rapat jam dua')
      group.sendText(1001, '/bantuan')
      group.sendText(1001, `Halo @${simulator.botUsername}`)
      const texts = (await updates()).map(
        (update) => (update['message'] as { text?: string })?.text,
      )
      expect(texts).toContain('/bantuan')
      expect(texts).toContain(`Halo @${simulator.botUsername}`)
      expect(texts).not.toContain('Rapat jam dua')
    })
  })

  describe('faults', () => {
    it('answers 429 with retry_after, and means it', async () => {
      const { simulator, failure } = harness()
      simulator.faults.add({ fault: { kind: 'tooManyRequests', retryAfter: 7 }, times: 1 })
      expect(await failure('sendMessage', { chat_id: 1001, text: 'x' })).toEqual({
        code: 429,
        description: 'Too Many Requests: retry after 7',
        retryAfter: 7,
      })
      expect(await failure('sendMessage', { chat_id: 1001, text: 'x' })).toMatchObject({
        code: 429,
      })
      expect(simulator.limits.ignoredWaits).toBe(1)
    })

    it.each([400, 401, 403, 500, 502] as const)('answers %d', async (code) => {
      const { simulator, failure, send } = harness()
      simulator.faults.add({ fault: { kind: 'error', code }, methods: ['sendmessage'], nth: [2] })
      await send()
      expect((await failure('sendMessage', { chat_id: 1001, text: 'x' })).code).toBe(code)
      await send()
      expect(simulator.ledger.received(1001)).toBe(2)
    })

    it('drops a response after it accepted, or the request before', async () => {
      const { simulator, sari, send } = harness()
      simulator.faults.add({ fault: { kind: 'dropResponse' }, times: 1 })
      await expect(send('hilang')).rejects.toThrow(/failed/u)
      expect(sari.messages().at(-1)?.text).toBe('hilang')
      expect(simulator.ledger.entries({ responseDropped: true })).toMatchObject([
        { method: 'sendMessage', chatId: 1001, text: 'hilang' },
      ])
      simulator.faults.add({ fault: { kind: 'reset' }, times: 1 })
      await expect(send('tak sampai')).rejects.toThrow(/failed/u)
      expect(simulator.ledger.received(1001)).toBe(1)
    })
  })

  describe('updates', () => {
    it('are confirmed by the offset and kept 24 hours', async () => {
      const { clock, sari, call, updates } = harness()
      sari.sendText('satu')
      const [first, second] = (await updates()) as { update_id: number }[]
      expect(second!.update_id).toBe(first!.update_id + 1)
      const rest = (await call('getUpdates', { offset: second!.update_id, limit: 5 })) as unknown[]
      expect(rest).toHaveLength(1)
      clock.moveTo(new Date(START.getTime() + 24 * 3_600_000))
      expect(await updates()).toEqual([])
    })

    it('come as soon as they are there', async () => {
      const { simulator, sari, call, updates } = harness()
      await call('getUpdates', { offset: -1 })
      const seen = (await updates()) as { update_id: number }[]
      const polled = call('getUpdates', { offset: seen.at(-1)!.update_id + 1, timeout: 30 })
      await expect.poll(() => simulator.isPolling()).toBe(true)
      sari.sendText('baru')
      expect(await polled).toMatchObject([{ message: { text: 'baru' } }])
    })

    it('are only of the kinds that were asked for', async () => {
      const { sari, call, send, updates } = harness()
      await call('getUpdates', { offset: -1, allowed_updates: ['message_reaction'] })
      const message_id = await send()
      sari.sendText('tidak diminta')
      sari.react(message_id, '👍')
      expect((await updates()).slice(1)).toMatchObject([
        { message_reaction: { new_reaction: [{ emoji: '👍' }] } },
      ])
    })

    it('tell of a block and its end', async () => {
      const { sari, updates } = harness()
      sari.block()
      sari.unblock()
      expect((await updates()).slice(1)).toMatchObject([
        { my_chat_member: { new_chat_member: { status: 'kicked', user: { id: 123456 } } } },
        { my_chat_member: { new_chat_member: { status: 'member' } } },
      ])
    })
  })
})

it('ends a poller with 409 when a second one comes, and when a webhook is set', async () => {
  const simulator = await startSimulator({ clock: movableClock(START) })
  const client = grammyClient(simulator.url)
  const outcome = (call: Promise<unknown>): Promise<{ code: number; description: string }> =>
    call.then(
      () => {
        throw new Error('was not ended')
      },
      (error: unknown) => client.failureOf(error),
    )
  try {
    const first = outcome(client.call('getUpdates', { timeout: 30 }))
    await expect.poll(() => simulator.isPolling()).toBe(true)
    const second = outcome(client.call('getUpdates', { timeout: 30 }))
    expect(await first).toMatchObject({
      code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    await expect.poll(() => simulator.isPolling()).toBe(true)
    await client.call('setWebhook', { url: 'http://127.0.0.1:9/hook' })
    expect(await second).toMatchObject({
      code: 409,
      description: 'Conflict: terminated by setWebhook request',
    })
    expect(await outcome(client.call('getUpdates'))).toMatchObject({ code: 409 })
    expect(await client.call('getWebhookInfo')).toMatchObject({ url: 'http://127.0.0.1:9/hook' })
    expect(
      await outcome(client.call('setWebhook', { url: 'https://x.org', secret_token: 'a b' })),
    ).toMatchObject({
      description: 'Bad Request: secret token contains unallowed characters',
    })
    await client.call('deleteWebhook')
    expect(await client.call('getUpdates')).toEqual([])
  } finally {
    await simulator.close()
  }
})
