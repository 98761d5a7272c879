import type { Catalogue, Question } from '../../content/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { analyseItem, type ItemFigures } from './analyse-item.ts'
import { readLiveItems, readRefresh, type LiveItem } from './figures-store.ts'
import { compareItems, judgeItem, type ItemFlag } from './judge-item.ts'

export interface JudgedItem extends Omit<LiveItem, 'figures'> {
  readonly question: Question
  readonly figures: ItemFigures
  readonly flags: readonly ItemFlag[]
}

export interface ItemAnalysis {
  /** When it was reckoned; undefined: never so far. */
  readonly at: Date | undefined
  /** The worst first. */
  readonly items: readonly JudgedItem[]
}

/** The questions of the lessons that are live, judged; of one track where it is named. */
export async function readItems(
  db: Db,
  catalogue: Catalogue,
  trackId?: string,
): Promise<ItemAnalysis> {
  const found = await readLiveItems(db, trackId)
  return {
    at: (await readRefresh(db))?.refreshedAt,
    items: found.flatMap((item) => judged(catalogue, item)).toSorted(compareItems),
  }
}

/** Nothing while a reload is under way: what the table names, this process does not hold yet. */
function judged(catalogue: Catalogue, item: LiveItem): JudgedItem[] {
  const question = catalogue.questions.get(item.questionId)
  if (question === undefined) return []
  const figures = item.figures ?? analyseItem([])
  return [{ ...item, question, figures, flags: judgeItem(figures, question) }]
}
