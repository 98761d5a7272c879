import type { Call, Outcome } from './types.ts'

export function getMe({ bot }: Call): Outcome {
  return { result: bot.me }
}
