import { parseArgs } from 'node:util'
import { listCertificates, type ListedCertificate } from '../certificates/index.ts'
import { trackNamed, unitIdOf } from './certificate-scope.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

/** The register: every number with what its sheet says. */
export const certificateList: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: {
      unit: { type: 'string' },
      track: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const trackId = values.track === undefined ? undefined : (await trackNamed(values.track)).id
  const listed = await withStore(context, async (db) =>
    listCertificates(db, { unitId: await unitIdOf(db, values.unit), trackId }),
  )
  if (values.json) context.stdout(JSON.stringify(listed))
  else if (listed.length === 0) context.stdout('No certificates are issued.')
  else for (const one of listed) context.stdout(line(one))
  return 0
}

function line(one: ListedCertificate): string {
  const { number, revision, issuedOn, name, unit, trackId, jp, revokedReason } = one
  return [
    revision === 1 ? number : `${number} (revision ${revision})`,
    issuedOn,
    name,
    unit,
    trackId,
    ...(jp === null ? [] : [`${jp} JP`]),
    ...(revokedReason === null ? [] : [`REVOKED: ${revokedReason}`]),
  ].join('  ')
}
