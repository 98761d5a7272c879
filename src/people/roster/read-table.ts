import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { pause } from '../../platform/elapsed.ts'
import { problemOf, tableProblems, type ReadTable, type TableProblem } from './table-problem.ts'

/** A list of a hundred thousand people has about five megabytes; what is larger is something else. */
export const MOST_BYTES = 20 * 1024 * 1024

export interface ReadLimits {
  /** Elapsed milliseconds. */
  readonly patienceMs: number
  /** Megabytes of the heap of the process that reads. */
  readonly heapMb: number
}

/** The largest roster is read in a fifth of either. */
const LIMITS: ReadLimits = { patienceMs: 60_000, heapMb: 512 }

/** Bytes of what that process may answer. */
const MOST_ANSWERED = 100 * 1024 * 1024

const CHILD = fileURLToPath(new URL('./table-child.ts', import.meta.url))

const answer = z.union([
  z.object({
    ok: z.literal(true),
    rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
  }),
  z.object({ ok: z.literal(false), problem: z.string(), line: z.number().nullable() }),
])

/**
 * The rows of a CSV or of the first sheet of a workbook, read by a process of its own that may write
 * no file, start nothing, and dies when it takes too long or too much. Never throws for what is wrong
 * with the file.
 */
export async function readTable(
  bytes: Buffer,
  kind: 'csv' | 'xlsx',
  limits: Partial<ReadLimits> = {},
): Promise<ReadTable> {
  if (bytes.length > MOST_BYTES) return problemOf('too-large')
  const output = await inChild(bytes, kind, { ...LIMITS, ...limits })
  if (output === undefined) return problemOf('too-heavy')
  const parsed = answer.safeParse(JSON.parse(output))
  if (!parsed.success) return problemOf('damaged')
  const { data } = parsed
  if (data.ok) return data
  return isProblem(data.problem) ? problemOf(data.problem, data.line) : problemOf('damaged')
}

function isProblem(name: string): name is TableProblem {
  return Object.hasOwn(tableProblems, name)
}

/** What the process answered; undefined when it died, or answered too late or too much. */
async function inChild(
  bytes: Buffer,
  kind: 'csv' | 'xlsx',
  { patienceMs, heapMb }: ReadLimits,
): Promise<string | undefined> {
  const limits = ['--permission', '--allow-fs-read=*', `--max-old-space-size=${heapMb}`]
  const child = spawn(process.execPath, [...limits, '--no-warnings', CHILD, kind], {
    // Nothing of our own: no secret is any of its business.
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const over = new AbortController()
  const answered: Buffer[] = []
  let size = 0
  child.stdout.on('data', (piece: Buffer) => {
    size += piece.length
    if (size > MOST_ANSWERED) child.kill('SIGKILL')
    else answered.push(piece)
  })
  // It may die before it has read all.
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  const code = new Promise<number | null>((resolve) => {
    child.on('error', () => {
      resolve(null)
    })
    child.on('close', resolve)
  })
  pause(patienceMs, over.signal).then(
    () => {
      child.kill('SIGKILL')
    },
    () => undefined,
  )
  const ended = await code
  over.abort()
  return ended === 0 && size <= MOST_ANSWERED ? Buffer.concat(answered).toString('utf8') : undefined
}
