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

  describe('polls', () => {
    it('reports options as they were sent, however the phone shuffles them', async () => {
      const { sari, updates } = harness()
      const { poll, message_id } = await sendQuiz({ shuffle_options: true })
      await updates()
      expect(sari.vote(message_id, 'Pengganti guru')).toMatchObject({ right: false })
      expect(await updates()).toMatchObject([
        { message: { text: '/start' } },
        {
          poll_answer: {
            poll_id: poll.id,
            user: { id: 1001 },
            option_ids: [1],
            option_persistent_ids: [poll.options[1]?.persistent_id],
          },
        },
        {
          poll: {
            id: poll.id,
            total_voter_count: 1,
            options: [{ text: 'Alat bantu' }, { voter_count: 1 }, { text: 'Permainan' }],
          },
        },
      ])
      expect(() => sari.vote(message_id, 'Alat bantu')).toThrow(/revote/u)
    })

    it('gives each person an order of their own, and always the same', async () => {
      const { sari } = harness()
      const { message_id } = await sendQuiz({
        shuffle_options: true,
        options: Array.from({ length: 10 }, (_, index) => `pilihan ${index}`),
      })
      const shown = () => sari.message(message_id)?.poll?.options.map(({ position }) => position)
      expect(shown()).toEqual(shown())
      expect(shown()).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(shown()?.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    })

    it('keeps who voted from the bot when the poll is anonymous, as is the default', async () => {
      const { sari, call, updates } = harness()
      const sent = (await call('sendPoll', {
        chat_id: 1001,
        question: 'Suka?',
        options: ['Ya', 'Tidak'],
      })) as { message_id: number }
      sari.vote(sent.message_id, 'Ya')
      sari.vote(sent.message_id, 'Tidak')
      sari.vote(sent.message_id, [])
      const kinds = (await updates()).flatMap((update) => Object.keys(update))
      expect(kinds).not.toContain('poll_answer')
    })

    it('stopPoll closes it for good', async () => {
      const { sari, call, description } = harness()
      const { message_id } = await sendQuiz()
      expect(await call('stopPoll', { chat_id: 1001, message_id })).toMatchObject({
        is_closed: true,
        correct_option_ids: [0],
      })
      expect(() => sari.vote(message_id, 'Alat bantu')).toThrow(/closed/u)
      expect(await description('stopPoll', { chat_id: 1001, message_id })).toBe(
        'Bad Request: poll has already been closed',
      )
      expect(await description('stopPoll', { chat_id: 1001, message_id: 99 })).toBe(
        'Bad Request: message with poll to stop not found',
      )
    })

    it('closes by itself when its time is over', async () => {
      const { clock, sari } = harness()
      const { message_id } = await sendQuiz({ open_period: 600 })
      clock.moveTo(new Date(START.getTime() + 600_000))
      expect(() => sari.vote(message_id, 'Alat bantu')).toThrow(/closed/u)
      expect(sari.message(message_id)?.poll).toMatchObject({ closed: true, voters: 0 })
    })

    it('tells the bot of a poll that closed by itself', async () => {
      const { clock, updates } = harness()
      await sendQuiz({ open_period: 600 })
      clock.moveTo(new Date(START.getTime() + 600_000))
      expect((await updates()).at(-1)).toMatchObject({ poll: { is_closed: true } })
    })

    it.each([
      [
        'a long question',
        { question: 'x'.repeat(301) },
        'poll question length must not exceed 300',
      ],
      ['no question', { question: '' }, 'text must be non-empty'],
      ['no options', { options: [] }, 'poll must have at least one answer option'],
      [
        'many options',
        { options: Array.from({ length: 13 }, (_, index) => `${index}`) },
        "poll can't have more than 12 options",
      ],
      ['a long option', { options: ['x'.repeat(101)] }, 'poll options length must not exceed 100'],
      ['an option twice', { options: ['a', 'a'] }, 'POLL_OPTION_DUPLICATE'],
      [
        'a quiz without an answer',
        { correct_option_ids: [] },
        'correct quiz option list must be non-empty',
      ],
      ['a wrong answer', { correct_option_ids: [3] }, 'wrong quiz correct_option_id'],
      [
        'a long explanation',
        { explanation: 'x'.repeat(201) },
        'poll explanation length must not exceed 200',
      ],
      [
        'an explanation of four lines',
        { explanation: 'a\nb\nc\nd' },
        'poll explanation must not have more than 2 line feeds',
      ],
      ['a type that is none', { type: 'exam' }, 'unsupported poll type specified'],
      ['a period of a second', { open_period: 1 }, 'POLL_CLOSE_DATE_INVALID'],
    ])('refuses %s', async (_what, payload, expected) => {
      const { description } = harness()
      const quiz = {
        chat_id: 1001,
        question: 'q',
        options: ['a', 'b', 'c'],
        type: 'quiz',
        correct_option_ids: [0],
      }
      expect(await description('sendPoll', { ...quiz, ...payload })).toBe(
        `Bad Request: ${expected}`,
      )
    })

    it('lets a stranger vote in a forwarded poll, unless it is protected', async () => {
      const { simulator, updates } = harness()
      const budi = simulator.person({ id: 1002, firstName: 'Budi' })
      budi.start()
      const open = await sendQuiz()
      budi.voteInPoll(open.poll.id, 'Alat bantu')
      const closed = await sendQuiz({ protect_content: true })
      expect(() => budi.voteInPoll(closed.poll.id, 'Alat bantu')).toThrow(/protected/u)
      expect((await updates()).at(-2)).toMatchObject({ poll_answer: { user: { id: 1002 } } })
    })
  })
})
