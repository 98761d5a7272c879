import { messageOf, UserError } from '../platform/errors.ts'
import { redact } from '../platform/logger.ts'
import type { Command, CommandContext } from './command.ts'

/** Each is loaded when it is called: the bot does not carry the simulator in its memory. */
const commands: readonly Command[] = [
  {
    name: 'start',
    usage: 'start [--watch] [--only bot|worker|web]…',
    summary: 'The real bot, or a part of it. Needs BOT_TOKEN.',
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'demo',
    usage: 'demo [--headless --people N --days D --seed S] [--keep] [--watch] [--json]',
    summary: 'The whole system with a simulated Telegram, in a browser or headless.',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'simulator',
    usage: 'simulator [--port N] [--host H] [--token T]… [--limits off] [--faults <file>]',
    summary: 'Telegram in a box, alone, for any bot.',
    load: async () => (await import('./simulator.ts')).simulator,
  },
  {
    name: 'doctor',
    usage: 'doctor [--language id|en] [--json]',
    summary: 'Examines all that the bot needs, and says how to mend what is not well.',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'migrate',
    usage: 'migrate',
    summary: 'Brings the database up to date; `start` does it too.',
    load: async () => (await import('./migrate.ts')).migrateStore,
  },
  {
    name: 'admin add',
    usage: 'admin add [<telegram id>] [--json]',
    summary: 'Makes a known person an admin; without an id, prints a code that makes one.',
    load: async () => (await import('./admin-add.ts')).adminAdd,
  },
  {
    name: 'unit add',
    usage: 'unit add <name> [--parent <name>] [--json]',
    summary: 'Adds a unit; the first one is the organisation itself.',
    load: async () => (await import('./unit-add.ts')).unitAdd,
  },
  {
    name: 'unit list',
    usage: 'unit list [--json]',
    summary: 'Shows the units.',
    load: async () => (await import('./unit-list.ts')).unitList,
  },
  {
    name: 'unit sector',
    usage: 'unit sector <unit> <sector> | <unit> --inherit [--json]',
    summary: 'Gives a unit and those below it a sector, whose track their people take.',
    load: async () => (await import('./unit-sector.ts')).unitSector,
  },
  {
    name: 'role grant',
    usage: 'role grant <name or Telegram id> --unit <name> [--hand-over] | --admin [--json]',
    summary:
      'Makes somebody coordinator of a unit, or admin; --hand-over: in place of those before.',
    load: async () => (await import('./role-grant.ts')).roleGrant,
  },
  {
    name: 'role revoke',
    usage: 'role revoke <name or Telegram id> --unit <name> | --admin [--json]',
    summary: 'Takes a role back.',
    load: async () => (await import('./role-grant.ts')).roleRevoke,
  },
  {
    name: 'role list',
    usage: 'role list [--unit <name>] [--json]',
    summary: 'Shows who is admin, and who coordinates which unit.',
    load: async () => (await import('./role-list.ts')).roleList,
  },
  {
    name: 'roster import',
    usage: 'roster import <file.csv|file.xlsx> [--unit <name>] [--apply] [--json]',
    summary: 'Reads who should learn, and says what is wrong in it; --apply takes it up.',
    load: async () => (await import('./roster-import.ts')).rosterImport,
  },
  {
    name: 'invite create',
    usage: 'invite create --unit <name> [--uses 500] [--days 30] [--json]',
    summary: 'Makes an invitation to a unit and prints its link.',
    load: async () => (await import('./invite-create.ts')).inviteCreate,
  },
  {
    name: 'queue show',
    usage: 'queue show [--json]',
    summary: 'How sending stands, and which jobs in the queues are none of ours.',
    load: async () => (await import('./queue.ts')).queueShow,
  },
  {
    name: 'queue drop',
    usage: 'queue drop [--json]',
    summary: 'Deletes the jobs in the queues that are none of ours.',
    load: async () => (await import('./queue.ts')).queueDrop,
  },
  {
    name: 'settings',
    usage: 'settings [<name> <value>|default] [--json]',
    summary: 'Shows what is set about reviews and certificates, or sets it.',
    load: async () => (await import('./settings.ts')).settings,
  },
  {
    name: 'certificate list',
    usage: 'certificate list [--unit <name>] [--track <id>] [--json]',
    summary: 'Shows the certificates that were issued.',
    load: async () => (await import('./certificate-list.ts')).certificateList,
  },
  {
    name: 'certificate bulk',
    usage: 'certificate bulk --unit <name> --out <folder> [--track <id>] [--without-jp] [--json]',
    summary: 'Issues for all who finished, and writes the PDFs, one of all pages, and the list.',
    load: async () => (await import('./certificate-bulk.ts')).certificateBulk,
  },
  {
    name: 'certificate revoke',
    usage: 'certificate revoke <number> --reason mistake|facts|request|conduct [--json]',
    summary: 'Takes a certificate back; its page says so from then on.',
    load: async () => (await import('./certificate-revoke.ts')).certificateRevoke,
  },
  {
    name: 'certificate restore',
    usage: 'certificate restore <number> [--json]',
    summary: 'Makes a revoked certificate hold again.',
    load: async () => (await import('./certificate-revoke.ts')).certificateRestore,
  },
  {
    name: 'certificate jp',
    usage: 'certificate jp [<track> <JP> --basis "…" | <track> --remove] [--json]',
    summary: 'Shows or sets how many training hours (JP) a track is worth, and by which rule.',
    load: async () => (await import('./certificate-jp.ts')).certificateJp,
  },
  {
    name: 'reviews tune',
    usage: 'reviews tune [--apply] [--json]',
    summary: 'Fits when questions come again to the recorded answers, and says what that changes.',
    load: async () => (await import('./reviews-tune.ts')).reviewsTune,
  },
  {
    name: 'stats rebuild',
    usage: 'stats rebuild [--json]',
    summary: 'Reckons the roll-ups of the statistics anew from the recorded answers.',
    load: async () => (await import('./stats-rebuild.ts')).statsRebuild,
  },
  {
    name: 'data scrub',
    usage: 'data scrub [--json]',
    summary:
      'Writes the tables in which people stand anew: nothing of what was erased is left in them.',
    load: async () => (await import('./data-scrub.ts')).dataScrub,
  },
  {
    name: 'backup',
    usage: 'backup [--to <folder>] [--json]',
    summary: 'Writes all that the database holds into one file; the bot may run meanwhile.',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    usage: 'restore <file> [--check] [--replace] [--json]',
    summary:
      'Brings a backup back, whole or not at all; --check only says what is in it, --replace keeps what is there as a backup.',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'calendar list',
    usage: 'calendar list [--year YYYY] [--json]',
    summary: 'Shows the working calendars with their units, the days off, and Ramadan.',
    load: async () => (await import('./calendar-list.ts')).calendarList,
  },
  {
    name: 'calendar import',
    usage: 'calendar import <file.yaml|csv> [--dry-run] [--json]',
    summary: 'Takes the days off of a year: the joint decree, a Kaldik, a regency’s own days.',
    load: async () => (await import('./calendar-import.ts')).calendarImport,
  },
  {
    name: 'calendar set-unit',
    usage: 'calendar set-unit <unit> <calendar> | <unit> --inherit [--json]',
    summary: 'Gives a unit and those below it a working calendar.',
    load: async () => (await import('./calendar-set-unit.ts')).calendarSetUnit,
  },
  {
    name: 'calendar set',
    usage:
      'calendar set <calendar> [--name …] [--kind office|school|service] [--week five|six|mon,wed,…|2026-01-05:++--] [--holidays yes|no] [--collective-leave yes|no] [--hours 07.00-18.00] [--friday-quiet 11.30-13.30|none] [--ramadan-hours …] [--ramadan-friday-quiet …] [--json]',
    summary: 'Makes a working calendar, or changes one.',
    load: async () => (await import('./calendar-set.ts')).calendarSet,
  },
  {
    name: 'calendar ramadan',
    usage: 'calendar ramadan <first day> <last day> --hijri 1448 --source <decree> [--json]',
    summary: 'Sets the days of a Ramadan, in which the hours are shorter.',
    load: async () => (await import('./calendar-ramadan.ts')).calendarRamadan,
  },
  {
    name: 'lessons check',
    usage: 'lessons check [<folder>] [--json] [--strict] [--publish] [--today YYYY-MM-DD]',
    summary: 'Checks the lessons: every mistake with file, line, and how to mend it.',
    load: async () => (await import('./lessons-check.ts')).lessonsCheck,
  },
  {
    name: 'lessons preview',
    usage:
      'lessons preview <id> [<folder>] [--locale id|en] [--assessment] [--png <file>] [--browser <path>]',
    summary:
      'Shows a lesson and its quizzes as Telegram would, in the terminal or as a picture; --assessment: the items of a track.',
    load: async () => (await import('./lessons-preview.ts')).lessonsPreview,
  },
  {
    name: 'lessons export',
    usage: 'lessons export --format gift|moodle-xml|json [--track <id>] [--out <file>] [<folder>]',
    summary: 'Writes the lessons for another system, and says what its format cannot hold.',
    load: async () => (await import('./lessons-export.ts')).lessonsExport,
  },
  {
    name: 'lessons import',
    usage:
      'lessons import --format gift|json <file> --to <new track> [--skip-broken] [--json] [<folder>]',
    summary: 'Makes a new track from a file, and says what of it could not be taken.',
    load: async () => (await import('./lessons-import.ts')).lessonsImport,
  },
]

/** What there is, by name. */
export const commandNames: readonly string[] = commands.map(({ name }) => name)

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
    const run = await command.load()
    return await run({ ...rest, args })
  } catch (error) {
    rest.stderr(explain(error, command))
    return isUsageError(error) ? 2 : 1
  }
}

function startsWith(argv: readonly string[], words: readonly string[]): boolean {
  return words.every((word, i) => argv[i] === word)
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  const more = 'What each takes: npm run sedikit -- <command> --help'
  return ['Usage: npm run sedikit -- <command>', '', ...lines, '', more].join('\n')
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
  if (!(error instanceof Error)) return redact(String(error))
  // A failed statement says its text; why it failed stands beneath, and no stack shows that.
  const inner = messageOf(error)
  const why = inner === error.message ? '' : `\nCaused by: ${inner}`
  return redact((error.stack ?? error.message) + why)
}
