import { parseArgs } from 'node:util'
import { startApp, type App, type AppOptions } from '../app.ts'
import { createInvite, hasAdmin, revokeAdminInvites } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import { parseConfig } from '../platform/config.ts'
import { UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import type { Run } from './command.ts'
import { onHangUp } from './hang-up.ts'
import { DATA_DIR, LESSONS_DIR } from './paths.ts'
import { onEnding, untilAborted } from './signals.ts'

/** The one-time link for the first admin is good for a day; a restart prints a new one. */
const ADMIN_LINK_MS = 24 * 3600_000

export const start: Run = async ({ args, env, stdout }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { watch: { type: 'boolean', default: false } },
  })
  const config = parseConfig(env)
  const log = createLogger(config.logLevel)
  const { signal: ending, end } = onEnding(log)
  const onReload = onHangUp(log, end)
  const app = await startUnlessEnded(
    {
      config,
      clock: systemClock,
      log,
      dataDir: DATA_DIR,
      lessonsDir: LESSONS_DIR,
      watchLessons: values.watch,
    },
    ending,
  )
  if (app === undefined) return 0
  onReload(() => app.reloadLessons())
  stdout(`@${app.botUsername} is running: https://t.me/${app.botUsername}`)
  const link = await firstAdminLink(app)
  if (link !== undefined) {
    stdout(
      `There is no admin yet. Open this link once, within a day, to become the first:\n${link}`,
    )
  }
  await untilAborted(ending)
  await app.stop()
  return 0
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

async function firstAdminLink({ db, botUsername }: App): Promise<string | undefined> {
  if (await hasAdmin(db)) return undefined
  const now = systemClock.now()
  await revokeAdminInvites(db, now)
  const expiresAt = new Date(now.getTime() + ADMIN_LINK_MS)
  const invite = { grants: 'admin', unitId: null, maxUses: 1, expiresAt, createdBy: null } as const
  const code = await createInvite(db, invite, now)
  return `https://t.me/${botUsername}?start=${code}`
}
