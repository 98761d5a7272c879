import { runCommand } from './cli/index.ts'

/**
 * argv and env in, one call out. The only place that the environment comes in by.
 *
 * @param argv the arguments after the program's name
 * @returns    the exit code
 */
export function main(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  return runCommand({
    argv,
    env,
    stdout: (text) => process.stdout.write(`${text}\n`),
    stderr: (text) => process.stderr.write(`${text}\n`),
  })
}
