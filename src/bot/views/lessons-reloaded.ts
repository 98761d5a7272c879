import { createHash } from 'node:crypto'
import {
  formatProblem,
  textIn,
  type FaultValues,
  type LessonProblem,
  type Reloaded,
} from '../../content/index.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { faultText } from './lesson-fault.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** What an admin is told about; the first few of each, and how many there are. */
interface Few<T> {
  readonly first: readonly T[]
  readonly count: number
}

/** What is kept of a problem: what it is about, and no words of any language. */
type KeptProblem = Pick<LessonProblem, 'file' | 'line' | 'key' | 'values'>

const CHANGES = ['added', 'reworded', 'withdrawn', 'changed', 'respelled'] as const
type Change = (typeof CHANGES)[number]

export interface LessonsReloadedArgs extends ViewBaseArgs {
  readonly outcome: Reloaded['kind']
  /** Ids of lessons or questions, where lessons were taken up. */
  readonly changes?: Readonly<Record<Change, Few<string>>>
  /** Where they were refused. */
  readonly problems?: Few<KeptProblem>
  /** Of all problems: two refusals with the same one are the same refusal. */
  readonly digest?: string
}

/** So many fit into one message, however long they are, and into one glance. */
const MOST_IDS = 10
const MOST_PROBLEMS = 5

/** Characters of one value of a problem: what stands in a file may be of any length. */
const MOST_VALUE = 60

/** Of the names that would be right: those are our own. */
const MOST_KNOWN = 150

/** Of a file's path, which says by its end which file it is. */
const MOST_PATH = 120

/** What of a reload is put into the ledger; the lists of a large one would not fit a message. */
export function lessonsReloadedArgs(reloaded: Reloaded): LessonsReloadedArgs {
  switch (reloaded.kind) {
    case 'unchanged':
      return { outcome: 'unchanged' }
    case 'refused': {
      const { problems } = reloaded
      const all = problems.map(formatProblem).join('\n')
      return {
        outcome: 'refused',
        problems: few(problems.map(kept), MOST_PROBLEMS),
        digest: createHash('sha256').update(all).digest('hex'),
      }
    }
    case 'reloaded': {
      const { added, reworded, withdrawn, changed, respelled } = reloaded
      return {
        outcome: 'reloaded',
        changes: {
          added: few(added, MOST_IDS),
          reworded: few(reworded, MOST_IDS),
          withdrawn: few(withdrawn, MOST_IDS),
          changed: few(changed, MOST_IDS),
          respelled: few(respelled, MOST_IDS),
        },
      }
    }
  }
}

function kept({ file, line, key, values }: LessonProblem): KeptProblem {
  const path = file.length > MOST_PATH ? `…${file.slice(-MOST_PATH)}` : file
  return { file: path, line, key, values: shortened(values) }
}

function shortened(values: FaultValues): FaultValues {
  const short: Record<string, FaultValues[string]> = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') {
      short[name] = clip(value, name === 'known' ? MOST_KNOWN : MOST_VALUE)
    } else if (typeof value === 'object' && value.values !== undefined) {
      short[name] = { ...value, values: shortened(value.values) }
    } else short[name] = value
  }
  return short
}

function few<T>(all: readonly T[], most: number): Few<T> {
  return { first: all.slice(0, most), count: all.length }
}

/** What became of a reload, for an admin: what changed, or what is to be mended first. */
export const lessonsReloaded: View<LessonsReloadedArgs> = (view, { changes, problems }) => {
  if (problems !== undefined) return textMessage({ html: refused(view, problems) })
  if (changes === undefined) return textMessage({ html: view.t('reload-unchanged') })
  const lines = CHANGES.flatMap((change) => lineOf(view, change, changes[change]))
  const what = lines.length === 0 ? [view.t('reload-unseen')] : lines
  return textMessage({ html: view.t('reload-done', { what: new Html(what.join('\n\n')) }) })
}

const lineKeys = {
  added: 'reload-added',
  reworded: 'reload-reworded',
  withdrawn: 'reload-withdrawn',
  changed: 'reload-changed',
  respelled: 'reload-respelled',
} as const satisfies Record<Change, string>

function lineOf(view: ViewContext, change: Change, { first, count }: Few<string>): string[] {
  if (count === 0) return []
  const names = first.map((id) => {
    const lesson = view.catalogue.lessons.get(id)
    return lesson === undefined ? id : textIn(lesson, view.locale).title
  })
  const more = count - first.length
  const others = more > 0 ? [view.t('reload-others', { more })] : []
  return [view.t(lineKeys[change], { count, names: [...names, ...others].join('; ') })]
}

function refused(view: ViewContext, { first, count }: Few<KeptProblem>): string {
  const problems = first.map(({ file, line, key, values }) =>
    view.t('reload-problem', {
      place: `${file}:${line}`,
      problem: new Html(faultText(view.t, key, values)),
    }),
  )
  const more = count - first.length
  const others = more > 0 ? [view.t('reload-more-problems', { more })] : []
  const all = [...problems, ...others].join('\n\n')
  return view.t('reload-refused', { problems: new Html(all) })
}
