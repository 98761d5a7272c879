import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, rename } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Binaries } from './binaries.ts'
import { serverFailure } from './failure.ts'
import { readPidFile } from './pid-file.ts'
import { incarnationOf, signalProcess, waitUntil } from './processes.ts'
import { childEnvironment, credentials } from './run.ts'
import type { RunningServer } from './running.ts'
import type { ServerUser } from './run.ts'
import { serverArguments } from './settings.ts'

export interface Launch {
  readonly binaries: Binaries
  readonly clusterDir: string
  readonly logFile: string
  readonly user: ServerUser | undefined
  readonly settings: Readonly<Record<string, string>>
  readonly log: (line: string) => void
  /** Suggests a port; another is asked for when somebody takes it in between. */
  readonly choosePort?: () => Promise<number>
}

/** Crash recovery may read much; a server that still lives after this is given up. */
const readyWithinMs = 300_000
const portAttempts = 8
const logFileBytes = 1_000_000

/** Starts the server and resolves when it accepts connections; throws a UserError when it cannot. */
export async function launchServer(launch: Launch): Promise<RunningServer> {
  const choosePort = launch.choosePort ?? freePort
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort()
    const result = await launchOn(port, launch)
    if (typeof result !== 'string') return result
    const portTaken = /Address already in use|could not create any TCP\/IP sockets/.test(result)
    if (!portTaken || attempt === portAttempts) {
      throw serverFailure('Postgres did not start', result, launch.clusterDir)
    }
    launch.log(`port ${port} was taken in between: another one is tried`)
  }
}

/** A running server, or what it wrote before it ended. */
async function launchOn(port: number, launch: Launch): Promise<RunningServer | string> {
  const { binaries, clusterDir } = launch
  const output = await openLog(launch.logFile)
  try {
    const { size: offset } = await output.stat()
    const child = spawn(binaries.postgres, serverArguments(clusterDir, port, launch.settings), {
      ...credentials(launch.user),
      cwd: '/',
      env: childEnvironment,
      // A session of its own: the terminal's Ctrl-C is for us, and we stop the server when our own
      // work is done. Its output goes to a file, since a pipe would break when we are killed.
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    })
    let ended: string | undefined
    child.on('error', (error) => (ended = error.message))
    child.on('exit', (code, signal) => (ended = `it ended with ${code ?? signal}`))
    child.unref()

    const ready = await waitUntil(async () => {
      if (ended !== undefined) return true
      const file = await readPidFile(clusterDir)
      return (
        file !== undefined && file !== 'absent' && file.pid === child.pid && file.status === 'ready'
      )
    }, readyWithinMs)
    const incarnation = child.pid === undefined ? undefined : await incarnationOf(child.pid)
    if (ready && ended === undefined && child.pid !== undefined && incarnation !== undefined) {
      return { pid: child.pid, incarnation, port }
    }
    if (!ready && child.pid !== undefined) signalProcess(child.pid, 'SIGQUIT')
    const { size } = await output.stat()
    const { buffer } = await output.read(Buffer.alloc(size - offset), 0, size - offset, offset)
    return `${buffer.toString('utf8')}\n${ended ?? 'it was not ready in time'}`
  } finally {
    await output.close()
  }
}

/** Readable as well, to quote from it; one old file is kept when it has grown. */
async function openLog(logFile: string) {
  const handle = await open(logFile, 'a+', 0o600)
  if ((await handle.stat()).size < logFileBytes) return handle
  await handle.close()
  await rename(logFile, `${logFile}.old`)
  return await open(logFile, 'a+', 0o600)
}

/** A port that was free on the loopback a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port')
  return address.port
}
