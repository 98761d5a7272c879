import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  checkLessons,
  formatProblem,
  importTrack,
  isMarked,
  placeTrack,
  readForeignText,
  saveTrack,
  trackFiles,
  type Problem,
  type TrackPlace,
} from '../content/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { LESSONS_DIR } from './paths.ts'

/** What is wrong in the file and what of it was not taken goes to stderr, what was made to stdout. */
export const lessonsImport: Run = async ({ args, stdout, stderr }) => {
  const { file, lessons, to, ...options } = readArguments(args)
  const place = await placeTrack(lessons, to)
  const here = (faults: readonly Omit<Problem, 'file'>[]) =>
    faults.map((fault) => ({ file, ...fault }))

  const read = await readForeignText(file)
  const { draft, broken, notes } = read.ok
    ? importTrack(read.text, { ...options, trackId: place.name })
    : { draft: undefined, broken: [read.fault], notes: [] }
  const found = { broken: here(broken), notes: here(notes) }
  for (const problem of [...found.broken, ...found.notes]) stderr(formatProblem(problem))
  if (draft === undefined) {
    const skip =
      options.format === 'gift' && read.ok ? ', or add --skip-broken to leave them out' : ''
    stderr(`Nothing was imported: mend what is wrong in ${file}${skip}.`)
    if (options.json)
      stdout(JSON.stringify({ lessons: 0, questions: 0, ...found, toMend: [], toWrite: [] }))
    return 1
  }

  const files = trackFiles(draft, place.name)
  await saveTrack(place, files)
  const left = await whatIsLeft(place, files)
  const made = {
    lessons: draft.lessons.length,
    questions: draft.lessons.reduce((sum, lesson) => sum + lesson.questions.length, 0),
  }
  if (options.json) {
    stdout(JSON.stringify({ track: place.name, ...made, ...found, ...left }))
    return 0
  }
  stdout(`${place.name}: ${made.lessons} lessons, ${made.questions} questions`)
  for (const problem of left.toMend) stderr(formatProblem(problem))
  const next = nextSteps(place, left)
  if (next !== undefined) stderr(next)
  return 0
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      to: { type: 'string' },
      'skip-broken': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const { format, to, json, 'skip-broken': skipBroken } = values
  const [file, lessons = LESSONS_DIR, ...more] = positionals
  if (format !== 'gift' && format !== 'json') {
    const what = format === undefined ? 'Which format?' : `The format ${format} cannot be imported.`
    throw new UserError(what, { hint: 'Give --format gift or json.' })
  }
  if (file === undefined) throw new UserError('Which file? Name the one to import.')
  if (to === undefined) throw new UserError('Where to? Name the new track: --to <name>')
  if (more.length > 0) throw new UserError('Name one file, and after it one folder of lessons.')
  if (skipBroken && format === 'json') {
    throw new UserError('--skip-broken is for GIFT: JSON is taken as a whole or not at all.')
  }
  return { format, file, lessons, to, json, skipBroken } as const
}

interface Left {
  /** What the source brought and the check does not take. */
  readonly toMend: readonly Problem[]
  /** What the source did not hold: the marked places. */
  readonly toWrite: readonly Problem[]
}

/** What `lessons check` says of the new track, also where an id of it is taken by another. */
async function whatIsLeft(
  { folder, name }: TrackPlace,
  files: ReadonlyMap<string, string>,
): Promise<Left> {
  const today = systemClock.now().toISOString().slice(0, 10)
  const { errors } = await checkLessons(folder, today)
  const own = new RegExp(`(?:^|\\s)${name}/`)
  const about = errors.filter(({ file, what }) => own.test(file) || own.test(what))
  const isToWrite = ({ file, line }: Problem) =>
    file.startsWith(`${name}/`) && isMarked(files.get(file.slice(name.length + 1)) ?? '', line)
  return {
    toMend: about.filter((problem) => !isToWrite(problem)),
    toWrite: about.filter(isToWrite),
  }
}

function nextSteps({ folder, name }: TrackPlace, { toMend, toWrite }: Left): string | undefined {
  const steps = [
    toWrite.length === 0
      ? []
      : [
          `write the ${toWrite.length} texts that the file did not hold, in the places marked WRITE`,
        ],
    toMend.length === 0 ? [] : [`mend the ${toMend.length} mistakes above`],
  ].flat()
  if (steps.length === 0) return undefined
  return (
    `Next, in ${join(folder, name)}: ${steps.join(', and ')}. ` +
    '`lessons check` names each; the bot starts with this folder when it finds none.'
  )
}
