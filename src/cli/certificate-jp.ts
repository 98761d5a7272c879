import { parseArgs } from 'node:util'
import { listHours, removeHours, setHours, type TrackHours } from '../certificates/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'
import { trackNamed } from './certificate-scope.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

/** The most that one track may be worth: more is a slip of the keyboard. */
const MOST_JP = 999
const BASIS_LENGTH = 300

/** Shows what tracks are worth in JP, sets it with its legal basis, or takes it away. */
export const certificateJp: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: {
      basis: { type: 'string' },
      remove: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [id, jp] = positionals
  const track = id === undefined ? undefined : await trackNamed(id)
  const hours =
    track === undefined || values.remove ? undefined : readHours(track.id, jp, values.basis)
  const found = await withStore(context, async (db) => {
    if (hours !== undefined) {
      await db.transaction(async (tx) => {
        await setHours(tx, hours, systemClock.now())
        const { trackId, jp } = hours
        await auditShell(tx, 'certificate.hours', { details: { track: trackId, jp } })
      })
    }
    if (track !== undefined && values.remove) await remove(db, track.id)
    return listHours(db)
  })
  if (values.json) context.stdout(JSON.stringify(found))
  else if (found.length === 0) context.stdout('No track has JP: certificates are issued without.')
  else for (const one of found) context.stdout(`${one.trackId}: ${one.jp} JP, ${one.basis}`)
  return 0
}

/** @throws UserError where there is nothing to take away */
async function remove(db: Db, trackId: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await removeHours(tx, trackId))) {
      throw new UserError(`The track "${trackId}" has no JP.`)
    }
    await auditShell(tx, 'certificate.hours', { details: { track: trackId, jp: null } })
  })
}

/** @throws UserError for a number that is none, and for JP without a basis */
function readHours(trackId: string, jp: string | undefined, basis: string | undefined): TrackHours {
  const number = Number(jp)
  if (jp === undefined || !Number.isInteger(number) || number < 1 || number > MOST_JP) {
    const given = jp === undefined ? 'How many JP?' : `"${jp}" is no number of JP.`
    throw new UserError(`${given} Give a whole number from 1 to ${MOST_JP}.`, {
      hint: `certificate jp ${trackId} 20 --basis "…", or: certificate jp ${trackId} --remove`,
    })
  }
  const trimmed = (basis ?? '').trim().replaceAll(/\s+/g, ' ')
  if (trimmed.length < 5 || trimmed.length > BASIS_LENGTH) {
    throw new UserError(
      'By which decree or rule? JP stands on a certificate only with its basis.',
      {
        hint: `Give --basis "Keputusan … Nomor … Tahun …", at most ${BASIS_LENGTH} characters.`,
      },
    )
  }
  return { trackId, jp: number, basis: trimmed }
}
