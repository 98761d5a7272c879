import { createHash } from 'node:crypto'
import { formatProblem, textIn, type Problem, type Reloaded } from '../../content/index.ts'
import { Html } from '../texts.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** What an admin is told about; the first few of each, and how many there are. */
interface Few<T> {
  readonly first: readonly T[]
  readonly count: number
}

const CHANGES = ['added', 'reworded', 'withdrawn', 'changed', 'respelled'] as const
type Change = (typeof CHANGES)[number]

export interface LessonsReloadedArgs extends ViewBaseArgs {
  readonly outcome: Reloaded['kind']
  /** Ids of lessons or questions, where lessons were taken up. */
  readonly changes?: Readonly<Record<Change, Few<string>>>
  /** Where they were refused. */
  readonly problems?: Few<Problem>
  /** Of all problems: two refusals with the same one are the same refusal. */
  readonly digest?: string
}

/** So many fit into one message, however long they are, and into one glance. */
const MOST_IDS = 10
const MOST_PROBLEMS = 5

/** Characters of one problem, of what is wrong and how to mend it. */
const PROBLEM_LENGTH = 400

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
        problems: few(problems, MOST_PROBLEMS),
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

function refused(view: ViewContext, { first, count }: Few<Problem>): string {
  const problems = first.map(({ file, line, what, mend }) => {
    const text = `${what}: ${mend}`
    return view.t('reload-problem', {
      place: `${file}:${line}`,
      problem: text.length > PROBLEM_LENGTH ? `${text.slice(0, PROBLEM_LENGTH)}…` : text,
    })
  })
  const more = count - first.length
  const others = more > 0 ? [view.t('reload-more-problems', { more })] : []
  const all = [...problems, ...others].join('\n\n')
  return view.t('reload-refused', { problems: new Html(all) })
}
