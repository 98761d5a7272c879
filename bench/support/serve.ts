import { z } from 'zod'
import type { Answer, Order } from './contender.ts'

const order = z.record(z.string(), z.union([z.string(), z.number()]))

export interface Work {
  /** Does what was asked and says what it measured. */
  readonly answer: (order: Order) => Promise<Answer>
  /** Once the one who measures is done. */
  readonly close: () => Promise<void>
}

/** The contender's end of `openContender`: says when it is ready, and answers one order at a time. */
export function serve({ answer, close }: Work): void {
  process.on('message', (message) => {
    answer(order.parse(message)).then(
      (measured) => process.send?.({ answer: measured }),
      (error: unknown) =>
        process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : '?' }),
    )
  })
  process.on('disconnect', () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  process.send?.({ answer: {} })
}

/** The settings that `openContender` was given. */
export function settingsOf<T>(schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(process.argv[2] ?? '{}'))
}
