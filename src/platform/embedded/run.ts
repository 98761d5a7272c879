import { spawn } from 'node:child_process'

/** The unprivileged user that Postgres runs as when we are root, which it refuses to be. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/**
 * What every child gets: nothing of our own environment, since a stray PGDATA, PGPORT or LC_ALL
 * would change what Postgres does, and secrets in our environment are none of its business.
 */
export const childEnvironment = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }

/** `code` is null when a signal ended it; `output` is stdout and stderr as they came. */
export interface RunResult {
  readonly code: number | null
  readonly output: string
}

/** The uid and gid to spawn with; none when we run as an ordinary user already. */
export function credentials(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid }
}

/**
 * Runs a short program to its end. Rejects only when it cannot be started at all (with `code`, for
 * instance EACCES when `user` may not enter a folder above it).
 */
export async function run(
  file: string,
  args: readonly string[],
  options: { user?: ServerUser | undefined; cwd?: string } = {},
): Promise<RunResult> {
  return await new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...credentials(options.user),
      // Our own working folder may be closed to the user that the child becomes.
      cwd: options.cwd ?? '/',
      env: childEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
