import { UserError } from '../platform/errors.ts'
import { redact } from '../platform/logger.ts'
import { adminAdd } from './admin-add.ts'
import type { Command, CommandContext } from './command.ts'
import { demo } from './demo.ts'
import { inviteCreate } from './invite-create.ts'
import { lessonsCheck } from './lessons-check.ts'
import { migrateCommand } from './migrate.ts'
import { simulator } from './simulator.ts'
import { start } from './start.ts'
import { unitAdd } from './unit-add.ts'
import { unitList } from './unit-list.ts'

const commands: readonly Command[] = [
  start,
  demo,
  simulator,
  migrateCommand,
  adminAdd,
  unitAdd,
  unitList,
  inviteCreate,
  lessonsCheck,
]

export type RunOptions = Omit<CommandContext, 'args'> & { readonly argv: readonly string[] }

/** Finds the command and runs it. @returns the exit code: 0 done, 1 failed, 2 not understood */
export async function runCommand({ argv, ...rest }: RunOptions): Promise<number> {
  const command = commands.find(({ name }) => startsWith(argv, name.split(' ')))
  if (command === undefined) {
    const wanted = argv.length === 0 || argv[0] === 'help' || argv[0] === '--help'
    const print = wanted ? rest.stdout : rest.stderr
    if (!wanted) print(`There is no command "${argv.join(' ')}".\n`)
    print(overview())
    return wanted ? 0 : 2
  }
  const args = argv.slice(command.name.split(' ').length)
  if (args.includes('--help')) {
    rest.stdout(`${command.usage}\n\n${command.summary}`)
    return 0
  }
  try {
    return await command.run({ ...rest, args })
  } catch (error) {
    rest.stderr(explain(error, command))
    return isUsageError(error) ? 2 : 1
  }
}

function startsWith(argv: readonly string[], words: readonly string[]): boolean {
  return words.every((word, i) => argv[i] === word)
}

function overview(): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length))
  const lines = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`)
  return ['Usage: npm run sedikit -- <command>', '', ...lines].join('\n')
}

/** Node's own parser of arguments says what it does not understand. */
function isUsageError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  )
}

function explain(error: unknown, command: Command): string {
  if (error instanceof UserError) {
    return redact(error.hint === undefined ? error.message : `${error.message}\n${error.hint}`)
  }
  if (isUsageError(error)) return `${error.message}\nUsage: ${command.usage}`
  return redact(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
