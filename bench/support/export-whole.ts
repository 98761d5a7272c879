import { sql } from 'drizzle-orm'
import { connectDatabase, rowsOf, type Db } from '../../src/platform/db/index.ts'
import { elapsedMs, pause } from '../../src/platform/elapsed.ts'
import { endProcess, memoryOf, running, spawnStart } from './started.ts'
import { openTelegram } from './telegram.ts'

export interface Written {
  readonly rows: number
  readonly bytes: number
  readonly seconds: number
  readonly peakMb: number
  /** Of the whole program: at its highest until the file was written, before it was sent. */
  readonly writingMb?: number
  readonly idleMb: number
}

/** Elapsed milliseconds after which the program is idle, and between two looks at it. */
const SETTLED_MS = 60_000
const LOOK_MS = 20

/** Longest wait for a file to be in the chat: one that hangs must not hold up a bench for ever. */
const PATIENCE_MS = 900_000

/**
 * Writes one export as a worker does within the one process of `npm start`, all roles in it, and tells
 * the admin in the chat. Its memory is looked at from outside until the file, or the link to it, has
 * been sent. Linux only: it reads /proc.
 */
export async function writeWhole(
  urls: { readonly ownerUrl: string; readonly appUrl: string },
  format: string,
): Promise<Written> {
  const token = '123456:demo'
  const telegram = await openTelegram([token])
  const database = connectDatabase(urls.appUrl, { max: 2 })
  const child = spawnStart({
    env: {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: urls.appUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      // For what Telegram does not take: there is a link then.
      PUBLIC_URL: 'https://belajar.example',
    },
  })
  try {
    await running(child)
    await telegram.open(1, 1)
    await pause(SETTLED_MS)
    return await watched(database.db, child.pid ?? 0, format)
  } finally {
    await endProcess(child, 'SIGTERM')
    await database.close()
    await telegram.close()
  }
}

async function watched(db: Db, pid: number, format: string): Promise<Written> {
  const idleMb = (await memoryOf(pid)).now
  const began = elapsedMs()
  const [asked] = await rowsOf<{ id: number }>(
    db,
    sql`
    insert into exports (person_id, format, state, asked_at)
    select person_id, ${format}, 'asked', granted_at from roles returning id::int`,
  )
  const seen = { written: false, sent: false }
  let [peakMb, writingMb] = [idleMb, idleMb]
  const sent = sentMessage(db, asked?.id ?? 0, () => {
    seen.written = true
  }).finally(() => {
    seen.sent = true
  })
  while (!seen.sent) {
    const { now } = await memoryOf(pid)
    peakMb = Math.max(peakMb, now)
    if (!seen.written) writingMb = peakMb
    await pause(LOOK_MS)
  }
  await sent
  const seconds = (elapsedMs() - began) / 1000
  const [made] = await rowsOf<{ rows: number; bytes: number }>(
    db,
    sql`select rows_done as rows, bytes::int as bytes from exports where id = ${asked?.id ?? 0}`,
  )
  const { rows = 0, bytes = 0 } = made ?? {}
  await db.execute(sql`delete from export_pieces`)
  return { rows, bytes, seconds, peakMb, writingMb, idleMb }
}

/** Until the chat has the file or the link to it. */
async function sentMessage(db: Db, id: number, onWritten: () => void): Promise<void> {
  const until = elapsedMs() + PATIENCE_MS
  while (elapsedMs() < until) {
    const [row] = await rowsOf<{ state: string; failure: string | null; message: string | null }>(
      db,
      sql`
      select e.state, e.failure, o.state as message from exports e
      left join outbox o on o.dedupe_key = ${`export:${id}:file`} where e.id = ${id}`,
    )
    if (row?.state === 'done') onWritten()
    if (row?.message === 'sent') return
    if (row?.failure != null || row?.message === 'failed') break
    await pause(250)
  }
  throw new Error(`The export ${id} did not reach the chat`)
}
