import { exportFileName } from '../bot/index.ts'
import { openLink, readFile } from '../exchange/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import type { Logger } from '../platform/logger.ts'
import type { Fetched } from '../web/index.ts'

/** What a link to an export leads to; each download and each refusal is told with random ids alone. */
export async function fetchExport(
  {
    db,
    clock,
    log,
    timezone,
  }: {
    readonly db: Db
    readonly clock: Clock
    readonly log: Logger
    readonly timezone: string
  },
  token: string,
  use: boolean,
): Promise<Fetched> {
  const opened = await openLink(db, token, { use, now: clock.now() })
  if (opened.kind !== 'open') {
    if (use) log.warn({ why: opened.kind }, 'a link to an export was refused')
    return opened
  }
  const { id, attempt, bytes: size, personId } = opened.found
  if (use) log.info({ export: id, by: personId }, 'an export was fetched by its link')
  return {
    kind: 'open',
    fileName: exportFileName(timezone, opened.found),
    size,
    content: () => readFile(db, { id, attempt, size }),
  }
}
