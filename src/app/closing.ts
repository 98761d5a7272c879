import type { Logger } from '../platform/logger.ts'

/** What was opened, each with the name that an operator reads when it does not end. */
export interface Closing {
  add(name: string, close: () => Promise<unknown>): void
  /** Closes in the opposite order of opening; one that fails does not keep the others open. */
  closeAll(): Promise<void>
  /** Names of what is not closed yet, in the order of closing. */
  open(): readonly string[]
}

export function createClosing(log: Logger): Closing {
  const left: { readonly name: string; readonly close: () => Promise<unknown> }[] = []
  return {
    add(name, close) {
      left.push({ name, close })
    },
    async closeAll() {
      for (let last = left.at(-1); last !== undefined; last = left.at(-1)) {
        await last.close().catch((error: unknown) => {
          log.error({ err: error, part: last?.name }, 'closing')
        })
        left.pop()
      }
    },
    open: () => left.map(({ name }) => name).toReversed(),
  }
}
