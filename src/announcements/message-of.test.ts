import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { albumFault, messageOf } from './message-of.ts'

const message = (content: Partial<Message>): Message => ({
  message_id: 1,
  date: 0,
  chat: { id: 1, type: 'private', first_name: 'Ani' },
  ...content,
})

describe('what can be announced', () => {
  it('takes a text up to the limit, and none above it', () => {
    expect(messageOf(message({ text: 'a'.repeat(4096) }))).toMatchObject({ is: 'message' })
    expect(messageOf(message({ text: 'a'.repeat(4097) }))).toEqual({
      is: 'fault',
      fault: 'too_long',
    })
  })

  it('takes what stands below a photo up to its own limit', () => {
    const photo = { photo: [] }
    expect(messageOf(message({ ...photo, caption: 'a'.repeat(1024) }))).toMatchObject({
      message: { kind: 'photo' },
    })
    expect(messageOf(message({ ...photo, caption: 'a'.repeat(1025) }))).toMatchObject({
      fault: 'too_long',
    })
  })

  it('refuses what is no announcement', () => {
    expect(messageOf(message({}))).toEqual({ is: 'fault', fault: 'kind' })
  })
})

describe('what may join an album', () => {
  it.each([
    ['photo', 'video', undefined],
    ['document', 'document', undefined],
    ['photo', 'document', 'mixed_album'],
    ['audio', 'document', 'mixed_album'],
    ['photo', 'voice', 'mixed_album'],
  ] as const)('%s, then %s: %s', (kind, next, fault) => {
    expect(albumFault({ kind, messages: 1 }, next)).toBe(fault)
  })

  it('holds ten', () => {
    expect(albumFault({ kind: 'photo', messages: 9 }, 'photo')).toBeUndefined()
    expect(albumFault({ kind: 'photo', messages: 10 }, 'photo')).toBe('album_too_long')
  })
})
