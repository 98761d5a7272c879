import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { runCommand as callCommand } from '../../src/cli/index.ts'
import { until } from './until.ts'

const ENTRY = fileURLToPath(new URL('../../bin/sedikit.mjs', import.meta.url))

export interface Finished {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly process: ChildProcess
  readonly stdout: () => string
  readonly stderr: () => string
  /** Waits until the process has said it on either stream; fails when it ends before. */
  says(words: RegExp, timeoutMs?: number): Promise<string>
  /** Resolves when the process is gone and its streams are read. */
  readonly finished: Promise<Finished>
}

/**
 * Starts an operator's command as a process of its own, with the environment that is given alone.
 *
 * @param entry of another copy of the program
 */
export function startCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  entry = ENTRY,
): Running {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const finished = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout,
    stderr,
  }))
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    finished,
    async says(words, timeoutMs) {
      const found = (): string | undefined => (words.exec(stdout) ?? words.exec(stderr))?.[0]
      await until(
        () => {
          if (found() === undefined && child.exitCode !== null) {
            throw new Error(
              `ended with ${child.exitCode} before saying ${String(words)}: ${stderr}`,
            )
          }
          return found() !== undefined
        },
        `the process to say ${String(words)}`,
        timeoutMs,
      )
      return found() ?? ''
    },
  }
}

/** The same without a process: many commands at little cost. What only a process shows needs the others. */
export async function callInProcess(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Finished> {
  const out: string[] = []
  const err: string[] = []
  const code = await callCommand({
    argv: args,
    env,
    stdout: (text) => out.push(`${text}\n`),
    stderr: (text) => err.push(`${text}\n`),
  })
  return { code, stdout: out.join(''), stderr: err.join('') }
}

/** Runs a command as a process to its end. */
export function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  entry?: string,
): Promise<Finished> {
  return startCommand(args, env, entry).finished
}

/** Ends a process that a test left, by its own id. */
export async function end(running: Running): Promise<void> {
  if (running.process.exitCode === null) running.process.kill('SIGKILL')
  await running.finished
}
