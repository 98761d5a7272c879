import type { Catalogue } from '../../content/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { analyseItem, type ItemFigures } from './analyse-item.ts'
import { readRefresh } from './figures-store.ts'
import { readLiveFormItems, type LiveFormItem } from './form-items-store.ts'
import { compareItems, judgeItem } from './judge-item.ts'
import type { JudgedItem } from './read-items.ts'

/**
 * An item of a form, judged by what was answered after learning: what somebody does not know before
 * is no fault of the item.
 */
export interface JudgedFormItem extends JudgedItem {
  readonly form: LiveFormItem['form']
  readonly position: number
  /** Asked ahead of the lesson; undefined: of nobody, or it is an item of the check a month later. */
  readonly before: ItemFigures | undefined
}

export interface FormAnalysis {
  /** When it was reckoned; undefined: never so far. */
  readonly at: Date | undefined
  /** The worst first. */
  readonly items: readonly JudgedFormItem[]
}

/** The items of the forms that are live, judged; of one track where it is named. */
export async function readFormItems(
  db: Db,
  catalogue: Catalogue,
  trackId?: string,
): Promise<FormAnalysis> {
  const found = await readLiveFormItems(db, trackId)
  return {
    at: (await readRefresh(db))?.refreshedAt,
    items: found.flatMap((item) => judged(catalogue, item)).toSorted(compareItems),
  }
}

/** Nothing while a reload is under way: what the table names, this process does not hold yet. */
function judged(catalogue: Catalogue, { phases, ...item }: LiveFormItem): JudgedFormItem[] {
  const question = catalogue.questions.get(item.questionId)
  if (question === undefined) return []
  const figures = phases[item.form === 'delayed' ? 'delayed' : 'after'] ?? analyseItem([])
  const flags = judgeItem(figures, question)
  return [{ ...item, question, figures, flags, before: phases.before, earlier: [] }]
}
