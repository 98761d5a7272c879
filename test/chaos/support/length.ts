import { backends, type Backend } from '../../support/world.ts'

/**
 * How long and by which seed this run goes; the one place where the chaos suite reads the
 * environment (`npm run chaos` sets it from its arguments, see ../run.ts).
 */
const { CHAOS_SEED, CHAOS_RECIPIENTS, CHAOS_FULL } = process.env

/** Decides which process is killed when, and which calls go wrong. Printed with every sum. */
export const seed =
  CHAOS_SEED === undefined ? crypto.getRandomValues(new Uint16Array(1))[0]! : Number(CHAOS_SEED)

/** People whom the storm writes to. */
export const recipients = Number(CHAOS_RECIPIENTS ?? '1500')

/** Waits that the short run cuts short (a minute without Redis, a lease) are waited for in full. */
export const full = CHAOS_FULL === 'true'

/** Where the backend of the queues matters least, the short run walks one of them. */
export const walked: readonly Backend[] = full ? backends : backends.slice(-1)
