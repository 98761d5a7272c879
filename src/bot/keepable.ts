import { MOST_TEXT } from './awaiting.ts'
import { reply } from './reply.ts'
import type { BotContext } from './scope.ts'

/** Whether a text can be kept as it is; where not, its writer is told why. */
export async function isKeepable(ctx: BotContext, text: string): Promise<boolean> {
  if (text !== '' && text.length <= MOST_TEXT) return true
  const variables = { most: MOST_TEXT }
  await reply(
    ctx,
    'note',
    text === '' ? { key: 'only-text-kept' } : { key: 'text-too-long', variables },
  )
  return false
}
