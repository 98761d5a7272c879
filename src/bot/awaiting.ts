import type { Message } from 'grammy/types'
import { changePerson } from '../people/index.ts'
import { isPlainWord } from './commands.ts'
import { isJoined, type BotContext } from './scope.ts'

/** What the next text of somebody means; with a reference, after a colon, to what it is about. */
export type Awaited =
  | 'announcement'
  | 'announcement-correction'
  | 'announcement-time'
  | 'answer'
  | 'audit'
  | 'calendar'
  | 'import'
  | 'invite'
  | 'my-name'
  | 'question'
  | 'role'
  | 'roster'
  | 'task'
  | 'unit'

export async function awaitText(ctx: BotContext, awaited: Awaited, of: string): Promise<void> {
  const { scope } = ctx
  if (scope.person === undefined) return
  await setAwaiting(ctx, `${awaited}:${of}`)
}

export async function setAwaiting(ctx: BotContext, awaiting: string | null): Promise<void> {
  const { scope } = ctx
  if (scope.person === undefined || scope.person.awaiting === awaiting) return
  await changePerson(scope.tx, scope.person.id, { awaiting })
  scope.person = { ...scope.person, awaiting }
}

/**
 * The reference of what is awaited, when this message is meant as it; a command or a plain word is
 * not, and a command ends the waiting.
 */
export async function awaitedBy(ctx: BotContext, awaited: Awaited): Promise<string | undefined> {
  const { scope } = ctx
  if (!isJoined(scope)) return undefined
  const [kind, of] = (scope.person.awaiting ?? '').split(':')
  if (kind !== awaited || of === undefined) return undefined
  const text = wordsOf(ctx.message)
  if (text.startsWith('/')) {
    await setAwaiting(ctx, null)
    return undefined
  }
  return isPlainWord(text) ? undefined : of
}

/** The words of a message: its text, or what stands below a picture or a file. */
export function wordsOf(message: Message | undefined): string {
  return (message?.text ?? message?.caption ?? '').trim()
}

/** Before the track for whose certificate somebody is asked for a NIP. */
export const AWAITING_NIP = 'certificate-nip:'

/** Longest text that is kept, in UTF-16 units: a message of ours holds it with a frame around it. */
export const MOST_TEXT = 3000
