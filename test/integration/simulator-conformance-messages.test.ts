import { describe, expect, it } from 'vitest'

import { START, throughBothClients } from './simulator-clients.ts'

throughBothClients((harness) => {
  async function sendQuiz(more: Record<string, unknown> = {}): Promise<{
    message_id: number
    poll: { id: string; options: { text: string; persistent_id: string }[] }
  }> {
    const sent = await harness().call('sendPoll', {
      chat_id: 1001,
      question: 'Apa itu AI?',
      options: [{ text: 'Alat bantu' }, { text: 'Pengganti guru' }, { text: 'Permainan' }],
      type: 'quiz',
      correct_option_ids: [0],
      is_anonymous: false,
      explanation: 'AI adalah alat bantu.',
      ...more,
    })
    return sent as Awaited<ReturnType<typeof sendQuiz>>
  }

  describe('sendMessage', () => {
    it('sends text with entities and buttons, with a sound or without', async () => {
      const { sari, send } = harness()
      const id = await send('<b>Selamat</b> pagi', {
        parse_mode: 'HTML',
        disable_notification: true,
        protect_content: true,
        reply_markup: { inline_keyboard: [[{ text: 'Lanjut', callback_data: 'go' }]] },
      })
      expect(sari.messages().at(-1)).toMatchObject({
        id,
        fromBot: true,
        text: 'Selamat pagi',
        entities: [{ type: 'bold', offset: 0, length: 7 }],
        silent: true,
        protected: true,
        buttons: [[{ text: 'Lanjut', callback_data: 'go' }]],
        date: START.getTime() / 1000,
      })
    })

    it('counts 4,096 UTF-16 units after entities', async () => {
      const { description, send } = harness()
      await send(`<b>${'x'.repeat(4096)}</b>`, { parse_mode: 'HTML' })
      expect(await description('sendMessage', { chat_id: 1001, text: 'x'.repeat(4097) })).toBe(
        'Bad Request: message is too long',
      )
      expect(await description('sendMessage', { chat_id: 1001, text: '😀'.repeat(2049) })).toBe(
        'Bad Request: message is too long',
      )
    })

    it.each([
      ['an empty text', { text: '' }, 'message text is empty'],
      ['a blank text', { text: ' \n ' }, 'text must be non-empty'],
      ['no chat', { chat_id: '' }, 'chat_id is empty'],
      ['a stranger', { chat_id: 5 }, 'chat not found'],
      ['a name', { chat_id: '@sari_demo' }, 'chat not found'],
      ['a parse mode that is none', { parse_mode: 'BBCode' }, 'unsupported parse_mode'],
      [
        'an unknown tag',
        { text: '<x>a</x>', parse_mode: 'HTML' },
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
      ],
      [
        'an open tag',
        { text: 'é<b>a', parse_mode: 'HTML' },
        'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
      ],
      [
        'crossed tags',
        { text: 'é<b>a</i>', parse_mode: 'HTML' },
        'can\'t parse entities: Unmatched end tag at byte offset 6, expected "</b>", found "</i>"',
      ],
      [
        'an unescaped point',
        { text: 'Selesai.', parse_mode: 'MarkdownV2' },
        "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
      ],
      [
        'an open star',
        { text: 'a *b', parse_mode: 'MarkdownV2' },
        "can't parse entities: Can't find end of Bold entity at byte offset 2",
      ],
      [
        'an entity beyond the text',
        { text: 'abc', entities: [{ type: 'bold', offset: 1, length: 9 }] },
        'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10',
      ],
      [
        'an entity of no kind',
        { text: 'abc', entities: [{ type: 'shiny', offset: 0, length: 1 }] },
        "can't parse MessageEntity: Unsupported type specified",
      ],
      [
        'callback data of 65 bytes',
        { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'é'.repeat(33) }]] } },
        'BUTTON_DATA_INVALID',
      ],
      [
        'a button that does nothing',
        { reply_markup: { inline_keyboard: [[{ text: 'a' }]] } },
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      ],
      [
        'a button that is none',
        { reply_markup: { inline_keyboard: [['a']] } },
        "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
      ],
      [
        'a button without a text',
        { reply_markup: { inline_keyboard: [[{ callback_data: 'a' }]] } },
        'can\'t parse inline keyboard button: Can\'t find field "text"',
      ],
      [
        'a button that leads nowhere',
        { reply_markup: { inline_keyboard: [[{ text: 'a', url: 'http://localhost' }]] } },
        "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
      ],
      [
        'a reply to nothing',
        { reply_parameters: { message_id: 99 } },
        'message to be replied not found',
      ],
    ])('refuses %s', async (_what, payload, expected) => {
      const { simulator, description } = harness()
      expect(await description('sendMessage', { chat_id: 1001, text: 'x', ...payload })).toBe(
        `Bad Request: ${expected}`,
      )
      expect(simulator.ledger.received(1001)).toBe(0)
    })

    it('takes a text of 64 bytes as callback data', async () => {
      const { simulator, send } = harness()
      await send('x', {
        reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'é'.repeat(32) }]] },
      })
      expect(simulator.ledger.received(1001)).toBe(1)
    })

    it('replies', async () => {
      const { sari, send } = harness()
      const first = await send('satu')
      const second = await send('dua', { reply_parameters: { message_id: first } })
      expect(sari.message(second)).toMatchObject({ replyTo: first })
    })

    it('shows the keyboard below the text field, but does not report it', async () => {
      const { sari, call } = harness()
      const sent = await call('sendMessage', {
        chat_id: 1001,
        text: 'Pilih',
        reply_markup: { keyboard: [['Ya', 'Tidak']], resize_keyboard: true },
      })
      expect(sent).not.toHaveProperty('reply_markup')
      expect(sari.messages().at(-1)?.keyboard).toEqual({
        keyboard: [[{ text: 'Ya' }, { text: 'Tidak' }]],
        resize_keyboard: true,
      })
    })

    it('answers 403 to a bot that is blocked, and to a deleted account', async () => {
      const { sari, failure, send } = harness()
      sari.block()
      expect(await failure('sendMessage', { chat_id: 1001, text: 'x' })).toMatchObject({
        code: 403,
        description: 'Forbidden: bot was blocked by the user',
      })
      sari.unblock()
      await send()
      sari.deactivate()
      expect(await failure('sendMessage', { chat_id: 1001, text: 'x' })).toMatchObject({
        code: 403,
        description: 'Forbidden: user is deactivated',
      })
    })
  })

  describe('editing and deleting', () => {
    it('editMessageText and editMessageReplyMarkup', async () => {
      const { sari, call, send } = harness()
      const message_id = await send('lama')
      expect(
        await call('editMessageText', { chat_id: 1001, message_id, text: 'baru' }),
      ).toMatchObject({ text: 'baru', edit_date: START.getTime() / 1000 })
      const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
      await call('editMessageReplyMarkup', { chat_id: 1001, message_id, reply_markup })
      expect(sari.message(message_id)).toMatchObject({
        text: 'baru',
        buttons: reply_markup.inline_keyboard,
      })
      await call('editMessageReplyMarkup', { chat_id: 1001, message_id })
      expect(sari.message(message_id)?.buttons).toBeUndefined()
    })

    it('refuses an edit that changes nothing', async () => {
      const { description, send } = harness()
      const message_id = await send('sama')
      const expected =
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
      expect(
        await description('editMessageText', { chat_id: 1001, message_id, text: 'sama' }),
      ).toBe(expected)
      expect(await description('editMessageReplyMarkup', { chat_id: 1001, message_id })).toBe(
        expected,
      )
    })

    it('refuses to edit what is not there, not text, or not its own', async () => {
      const { sari, description } = harness()
      const edit = (message_id: number) =>
        description('editMessageText', { chat_id: 1001, message_id, text: 'x' })
      expect(await edit(99)).toBe('Bad Request: message to edit not found')
      expect(await edit((await sendQuiz()).message_id)).toBe(
        'Bad Request: there is no text in the message to edit',
      )
      expect(await edit(sari.sendText('punya saya').id)).toBe(
        "Bad Request: message can't be edited",
      )
    })

    it('deleteMessage takes away its own and, in private, the person’s, within 48 hours', async () => {
      const { clock, sari, call, description, send } = harness()
      const own = await send()
      const theirs = sari.sendText('NIK saya 123').id
      await call('deleteMessage', { chat_id: 1001, message_id: own })
      await call('deleteMessage', { chat_id: 1001, message_id: theirs })
      expect(sari.messages().map(({ text }) => text)).toEqual(['/start'])
      expect(await description('deleteMessage', { chat_id: 1001, message_id: own })).toBe(
        'Bad Request: message to delete not found',
      )
      const old = await send()
      clock.moveTo(new Date(START.getTime() + 48 * 3_600_000 + 1000))
      expect(await description('deleteMessage', { chat_id: 1001, message_id: old })).toBe(
        "Bad Request: message can't be deleted for everyone",
      )
    })

    it('deleteMessages passes over what is gone', async () => {
      const { sari, call, description, send } = harness()
      const ids = [await send('a'), await send('b')]
      await call('deleteMessages', { chat_id: 1001, message_ids: [...ids, 99] })
      expect(sari.messages()).toHaveLength(1)
      expect(await description('deleteMessages', { chat_id: 1001, message_ids: [] })).toBe(
        'Bad Request: message identifiers are not specified',
      )
      const many = Array.from({ length: 101 }, (_, index) => index + 1)
      expect(await description('deleteMessages', { chat_id: 1001, message_ids: many })).toBe(
        'Bad Request: too many message identifiers specified',
      )
    })
  })

  describe('buttons', () => {
    it('answerCallbackQuery shows on the phone', async () => {
      const { sari, call, description, send, updates } = harness()
      const message_id = await send('Pilih', {
        reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'yes' }]] },
      })
      sari.press(message_id, 'Ya')
      const update = (await updates()).at(-1) as { callback_query: { id: string } }
      expect(update).toMatchObject({ callback_query: { data: 'yes', message: { message_id } } })
      const callback_query_id = update.callback_query.id
      await call('answerCallbackQuery', { callback_query_id, text: 'Dicatat', show_alert: true })
      expect(sari.callbackAnswers()).toMatchObject([{ text: 'Dicatat', alert: true }])
      expect(
        await description('answerCallbackQuery', { callback_query_id, text: 'x'.repeat(201) }),
      ).toBe('Bad Request: MESSAGE_TOO_LONG')
    })

    it('presses expire after 150 seconds, answers to them too', async () => {
      const { clock, sari, description, send, updates } = harness()
      const message_id = await send('Pilih', {
        reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'yes' }]] },
      })
      const pressed = sari.press(message_id, 'Ya')
      if (pressed.kind !== 'callback') throw new Error('not a callback')
      clock.moveTo(new Date(START.getTime() + 151_000))
      expect(await updates()).toMatchObject([{ message: { text: '/start' } }])
      expect(
        await description('answerCallbackQuery', { callback_query_id: pressed.callbackQueryId }),
      ).toBe('Bad Request: query is too old and response timeout expired or query ID is invalid')
    })

    it('sendChatAction', async () => {
      const { call, description } = harness()
      expect(await call('sendChatAction', { chat_id: 1001, action: 'typing' })).toBe(true)
      expect(await description('sendChatAction', { chat_id: 1001, action: 'sleep' })).toBe(
        'Bad Request: wrong parameter action in request',
      )
    })

    it('setMessageReaction', async () => {
      const { sari, call, description } = harness()
      const message_id = sari.sendText('Selesai!').id
      await call('setMessageReaction', {
        chat_id: 1001,
        message_id,
        reaction: [{ type: 'emoji', emoji: '🎉' }],
      })
      expect(sari.message(message_id)?.reactions).toMatchObject([{ byBot: true, emoji: '🎉' }])
      expect(
        await description('setMessageReaction', {
          chat_id: 1001,
          message_id,
          reaction: [{ type: 'emoji', emoji: '🧱' }],
        }),
      ).toBe('Bad Request: REACTION_INVALID')
    })
  })
})
