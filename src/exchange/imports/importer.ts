import { audit } from '../../audit/index.ts'
import { createHash } from 'node:crypto'
import {
  checkRoster,
  listUnits,
  MOST_BYTES,
  readTable,
  tryRoster,
  type CheckedRoster,
  type TriedRoster,
} from '../../people/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Logger } from '../../platform/logger.ts'
import type { Downloaded } from '../../platform/telegram/index.ts'
import { exportReach } from '../exports/exports-store.ts'
import {
  handBackImport,
  leaseImport,
  noteApplied,
  noteChecked,
  noteRefused,
  type RosterImport,
} from './imports-store.ts'
import { foundIn } from './lines.ts'
import { tellImport } from './tell-import.ts'
import type { Refusal } from './words.ts'

export interface ImporterDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly dataSecret: string | undefined
  readonly download: (fileId: string, most: number) => Promise<Downloaded>
  /** Sends rows of the outbox at once. */
  readonly sendReplies: (rows: readonly number[]) => Promise<void>
}

export interface Importer {
  /** Looks at a file, or carries it out; safe to run at any moment and any number of times. */
  run(id: number): Promise<void>
}

/** Tries of one step, of which the last says that it did not work. */
const TRIES = 3

type Read =
  | { readonly ok: true; readonly digest: string; readonly checked: CheckedRoster }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Imports of rosters. The file stays where Telegram keeps it and is read twice, for the dry run and
 * to be carried out: so nothing of it lies here meanwhile but what the dry run says.
 */
export function createImporter(dependencies: ImporterDependencies): Importer {
  const { db, clock, log } = dependencies

  const tell = async (found: Pick<RosterImport, 'id' | 'personId'>): Promise<void> => {
    await dependencies.sendReplies(await tellImport(db, found, clock.now()))
  }

  async function refuse(leased: RosterImport, refusal: Refusal): Promise<void> {
    if (await noteRefused(db, leased, refusal)) await tell(leased)
  }

  async function read({ fileId, kind }: RosterImport): Promise<Read | 'failed'> {
    const refused = (key: string, line: number | null = null): Read => ({
      ok: false,
      refusal: { key: `import-file-${key}`, values: line === null ? {} : { line } },
    })
    if (fileId === null) return refused('gone')
    const file = await dependencies.download(fileId, MOST_BYTES)
    if (file.kind === 'too_large') return refused('too-large')
    if (file.kind === 'failed') {
      log.warn({ reason: file.reason }, 'a roster could not be fetched from Telegram')
      return 'failed'
    }
    const table = await readTable(file.bytes, kind)
    if (!table.ok) {
      return refused(table.line === null ? table.problem : `${table.problem}-line`, table.line)
    }
    const checked = checkRoster(table.rows, await listUnits(db), {
      secret: dependencies.dataSecret,
    })
    return { ok: true, digest: createHash('sha256').update(file.bytes).digest('hex'), checked }
  }

  async function step(leased: RosterImport): Promise<void> {
    const file = await read(leased)
    if (file === 'failed') throw new Error('the file could not be fetched')
    if (!file.ok) return refuse(leased, file.refusal)
    const { checked, digest } = file
    // What was looked at is what is carried out: a file that is another by now is looked at anew.
    const apply = leased.state === 'wished' && digest === leased.digest
    const now = clock.now()
    await db.transaction(async (tx) => {
      const tried: TriedRoster =
        checked.faults.length > 0
          ? { kind: 'faulty', faults: checked.faults }
          : await tryRoster(tx, checked, { apply, now })
      const units = new Map((await listUnits(tx)).map(({ id, name }) => [id, name]))
      const found = foundIn(checked, tried, units)
      if (!apply || tried.kind === 'faulty') {
        await noteChecked(tx, leased, { digest, ...found })
        return
      }
      if (!(await noteApplied(tx, leased, found.summary, tried.made, now))) {
        throw new Error('another worker has taken the import up')
      }
      const { added, changed } = tried
      const details = { import: leased.id, added, changed }
      await audit(tx, { action: 'roster.imported', by: leased.personId, details }, now)
      log.info(
        { import: leased.id, by: leased.personId, ...found.summary },
        'a roster was imported',
      )
    })
    await tell(leased)
  }

  return {
    async run(id) {
      const leased = await leaseImport(db, id)
      if (leased === undefined) return
      try {
        const reach = await exportReach(db, leased.personId)
        await (reach?.scope === 'all'
          ? step(leased)
          : refuse(leased, { key: 'import-file-not-allowed', values: {} }))
      } catch (error) {
        log.error({ import: id, error: messageOf(error) }, 'an import broke')
        if (leased.attempt >= TRIES) await refuse(leased, { key: 'import-file-broken', values: {} })
        else await handBackImport(db, leased)
      }
    },
  }
}
