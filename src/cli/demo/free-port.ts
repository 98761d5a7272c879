import { UserError } from '../../platform/errors.ts'

/** Ports that are tried one after another. */
const TRIES = 20

/**
 * Opens on `port`, or on the next that is free; port 0 lets the system choose.
 *
 * @throws UserError when none of twenty is free
 */
export async function onFreePort<T>(port: number, open: (port: number) => Promise<T>): Promise<T> {
  const last = Math.min(port + TRIES - 1, 65_535)
  for (let next = port; next <= last; next++) {
    try {
      return await open(next)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  throw new UserError(`The ports ${port} to ${last} are all taken.`, {
    hint: 'Set PORT to another one, or to 0 for any free one.',
  })
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
