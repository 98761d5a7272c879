import { audit } from '../../audit/index.ts'
import { findPeople } from '../../people/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Logger } from '../../platform/logger.ts'
import { inSnapshot } from './cursor-store.ts'
import type { ExportedTable } from './exported-tables.ts'
import {
  exportReach,
  failExport,
  finishExport,
  handBackExport,
  leaseExport,
  noteProgress,
  type Export,
} from './exports-store.ts'
import { dropPieces, keepFile } from './pieces-store.ts'
import { tellExport, tellFile } from './tell-export.ts'
import type { ExportFailure, ExportFilter, ExportReach } from './words.ts'
import { countRows, writeExport } from './write-export.ts'

export interface ExporterDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
  readonly timezone: string
  readonly dataSecret: string | undefined
  /** Under which this installation is known; for ids in learning records. */
  readonly home: string
  /** Whether a link can be given for what Telegram does not take. */
  readonly hasAddress: boolean
  readonly meaningOf: (locale: 'id' | 'en', table: ExportedTable, column: string) => string
  /** What an export is narrowed to, as its definitions say it. */
  readonly narrowedTo: (
    db: Db,
    locale: 'id' | 'en',
    filter: ExportFilter,
  ) => Promise<readonly (readonly [name: string, meaning: string])[]>
  /** Sends rows of the outbox at once. */
  readonly sendReplies: (rows: readonly number[]) => Promise<void>
  /** Bytes that are sent as a document; Telegram's limit by default. */
  readonly mostSent?: number
}

export interface Exporter {
  /** Writes an export, if nobody else does; safe to run at any moment and any number of times. */
  run(id: number): Promise<void>
}

/** Telegram takes 50 MB of a bot; its megabytes are not said to be of the larger kind. */
const MOST_SENT = 49_000_000

/** Larger ones are not kept: the database is no file server. */
const MOST_KEPT = 1_000_000_000

/** An hour of civil time: as long as the link says. */
const KEPT_MS = 3600_000

/** Elapsed time between two edits of the message that tells how far it is. */
const TOLD_MS = 2500

/** Tries of an export that breaks. */
const TRIES = 3

export function createExporter(dependencies: ExporterDependencies): Exporter {
  const { db, clock, log } = dependencies
  const mostSent = dependencies.mostSent ?? MOST_SENT

  const tell = async (found: Pick<Export, 'id' | 'personId'>): Promise<void> => {
    await dependencies.sendReplies(await tellExport(db, found, clock.now()))
  }

  async function fail(leased: Export, failure: ExportFailure): Promise<void> {
    await dropPieces(db, leased)
    if (await failExport(db, leased, failure, clock.now())) await tell(leased)
  }

  /** Every so often, what was counted so far; false once another worker has it. */
  function teller(leased: Export): { count(): void; readonly rows: number; lost: boolean } {
    let toldAt = elapsedMs()
    let telling: Promise<void> | undefined
    const state = {
      rows: 0,
      lost: false,
      count(): void {
        state.rows += 1
        if (telling !== undefined || elapsedMs() - toldAt < TOLD_MS) return
        telling = noteProgress(db, leased, { rowsDone: state.rows })
          .then(async (held) => {
            state.lost ||= !held
            if (held) await tell(leased)
          })
          .catch((error: unknown) => {
            log.warn({ export: leased.id, error: messageOf(error) }, 'progress was not told')
          })
          .finally(() => {
            toldAt = elapsedMs()
            telling = undefined
          })
      },
    }
    return state
  }

  async function write(leased: Export, reach: ExportReach): Promise<void> {
    const { id, personId, format } = leased
    const person = (await findPeople(db, [personId])).get(personId)
    if (person === undefined) return fail(leased, 'not_allowed')
    const { locale } = person
    const { timezone, dataSecret, home, meaningOf } = dependencies
    const filter = leased.filter ?? {}
    const narrowedTo = await dependencies.narrowedTo(db, locale, filter)
    const progress = teller(leased)
    const size = await inSnapshot(db, async (tx) => {
      const context = { reach, filter, timezone, locale, now: clock.now() }
      const rowsTotal = await countRows(tx, format, context)
      if (!(await noteProgress(db, leased, { rowsTotal, scope: reach.scope }))) return undefined
      const file = await writeExport(tx, format, {
        ...context,
        dataSecret,
        home,
        narrowedTo,
        meaningOf: (table, column) => meaningOf(locale, table, column),
        onRow: () => {
          if (progress.lost) throw new Error('another worker has taken the export up')
          progress.count()
        },
      })
      return keepFile(db, leased, file, MOST_KEPT)
    })
    if (size === undefined) return fail(leased, 'too_large')
    if (size > mostSent && !dependencies.hasAddress) return fail(leased, 'no_address')
    const now = clock.now()
    const expiresAt = new Date(now.getTime() + KEPT_MS)
    const made = { rowsDone: progress.rows, bytes: size, expiresAt }
    const finished = await db.transaction(async (tx) => {
      if (!(await finishExport(tx, leased, made, now))) return false
      const details = { export: id, format, rows: progress.rows, ...filter.period }
      const unitId = filter.unitId ?? null
      await audit(tx, { action: 'export.made', by: personId, unitId, details }, now)
      return true
    })
    if (!finished) return
    log.info({ export: id, by: personId, format, rows: progress.rows, bytes: size }, 'exported')
    await tell(leased)
    const asLink = size > mostSent
    await dependencies.sendReplies(await tellFile(db, { id, person, asLink, expiresAt }, now))
  }

  return {
    async run(id) {
      const leased = await leaseExport(db, id)
      if (leased === undefined) return
      try {
        // Who may what is asked now, and again when the file is fetched.
        const reach = await exportReach(db, leased.personId)
        await (reach === undefined ? fail(leased, 'not_allowed') : write(leased, reach))
      } catch (error) {
        log.error({ export: id, error: messageOf(error) }, 'an export broke')
        if (leased.attempt >= TRIES) await fail(leased, 'broken')
        else {
          await dropPieces(db, leased)
          await handBackExport(db, leased)
        }
      }
    },
  }
}
