import { parseArgs } from 'node:util'
import { roles, startApp, type App, type AppOptions } from '../app.ts'
import { firstAdminInvite } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import { steadyClock } from '../platform/steady-clock.ts'
import { parseConfig } from '../platform/config.ts'
import { UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import type { Run } from './command.ts'
import { onHangUp } from './hang-up.ts'
import { keepSmall } from './keep-small.ts'
import { DATA_DIR, LESSONS_DIR } from './paths.ts'
import { readRoles } from './read-roles.ts'
import { endsWithin, onEnding, untilAborted } from './signals.ts'

const HOUR_MS = 3600_000

/** Elapsed milliseconds for what is in flight to end; a service manager's own patience is longer. */
const STOP_MS = 10_000

/** The exit code when it did not (EX_TEMPFAIL of sysexits.h: to be had by trying again). */
const BROKEN_OFF = 75

export const start: Run = async ({ args, env, stdout }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      watch: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
    },
  })
  const only = readRoles(values.only)
  const config = parseConfig(env)
  const log = createLogger(config.logLevel)
  const clock = steadyClock(systemClock)
  const { signal: ending, end } = onEnding(log)
  const onReload = onHangUp(log, end)
  const app = await startUnlessEnded(
    {
      config,
      clock,
      steady: clock,
      log,
      dataDir: config.dataDir ?? DATA_DIR,
      lessonsDir: LESSONS_DIR,
      watchLessons: values.watch,
      only,
    },
    ending,
  )
  if (app === undefined) return 0
  onReload(() => app.reloadLessons())
  const part = only.length < roles.length ? ` (${only.join(', ')})` : ''
  stdout(`@${app.botUsername} is running${part}: https://t.me/${app.botUsername}`)
  const invitation = only.includes('bot') ? await firstAdminLink(app, config.botToken) : undefined
  if (invitation !== undefined) stdout(invitation)
  const small = keepSmall(ending)
  await untilAborted(ending)
  await small
  if (await endsWithin(app.stop(), STOP_MS)) return 0
  log.error(
    { left: app.leftOpen() },
    'stopping took too long and is broken off; what was in flight is settled by the next start',
  )
  return process.exit(BROKEN_OFF)
}

/** @returns undefined when the start was ended while it waited, e.g. for Telegram */
async function startUnlessEnded(
  options: AppOptions,
  ending: AbortSignal,
): Promise<App | undefined> {
  try {
    return await startApp({ ...options, signal: ending })
  } catch (error) {
    if (ending.aborted && !(error instanceof UserError)) return undefined
    throw error
  }
}

/** Each process that answers says it, and all say the same: whoever looks at one log finds it. */
async function firstAdminLink(app: App, token: string | undefined): Promise<string | undefined> {
  if (token === undefined) return undefined
  const now = systemClock.now()
  const invite = await firstAdminInvite(app.db, token, now)
  if (invite === undefined) return undefined
  const hours = Math.round((invite.expiresAt.getTime() - now.getTime()) / HOUR_MS)
  return `There is no admin yet. Open this link once, within ${hours} h, to become the first:\nhttps://t.me/${app.botUsername}?start=${invite.code}`
}
