import { parseArgs } from 'node:util'
import {
  findByNumber,
  restoreCertificate,
  revocationReasons,
  revokeCertificate,
  type Certificate,
} from '../certificates/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

const REASONS = `Reasons, as the public page says them: ${revocationReasons.join(', ')}`

/** Takes a certificate back; its number stays taken, and its page says so. */
export const certificateRevoke: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: { reason: { type: 'string' }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const reason = revocationReasons.find((one) => one === values.reason)
  if (reason === undefined) {
    const given =
      values.reason === undefined ? 'Why? Give --reason' : `"${values.reason}" is no reason`
    throw new UserError(`${given}.`, { hint: REASONS })
  }
  const { number } = await withStore(context, async (db) => {
    const found = await numbered(db, positionals)
    const revoked = await db.transaction(async (tx) => {
      if (!(await revokeCertificate(tx, found.id, reason, systemClock.now()))) return false
      await auditShell(tx, 'certificate.revoked', aboutCertificate(found, reason))
      return true
    })
    if (revoked) return found
    throw new UserError(`${found.number} is revoked already (${found.revokedReason ?? ''}).`, {
      hint: `To give another reason: certificate restore ${found.number}, then revoke it again.`,
    })
  })
  context.stdout(
    values.json ? JSON.stringify({ number, reason }) : `Revoked: ${number} (${reason})`,
  )
  return 0
}

/** Makes a revoked certificate hold again. */
export const certificateRestore: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const { number } = await withStore(context, async (db) => {
    const found = await numbered(db, positionals)
    const restored = await db.transaction(async (tx) => {
      if (!(await restoreCertificate(tx, found.id))) return false
      await auditShell(tx, 'certificate.restored', aboutCertificate(found))
      return true
    })
    if (restored) return found
    throw new UserError(`${found.number} is not revoked.`)
  })
  context.stdout(values.json ? JSON.stringify({ number }) : `It holds again: ${number}`)
  return 0
}

function aboutCertificate({ personId, number }: Certificate, reason?: string) {
  return { personId, details: { number, ...(reason === undefined ? {} : { reason }) } }
}

/** @throws UserError when no number is given, or none such was issued */
async function numbered(db: Db, positionals: readonly string[]): Promise<Certificate> {
  const number = positionals.join(' ')
  const found = number === '' ? undefined : await findByNumber(db, number)
  if (found !== undefined) return found
  throw new UserError(
    number === ''
      ? 'Which certificate? Give its number.'
      : `No certificate has the number "${number}".`,
    {
      hint: 'See the numbers with: npm run sedikit -- certificate list',
    },
  )
}
