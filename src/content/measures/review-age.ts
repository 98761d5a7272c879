import type { LessonText } from '../catalogue.ts'
import { MOST_REVIEW_DAYS } from '../limits.ts'
import type { WrittenText } from '../read-lesson.ts'
import type { Warning } from './warning.ts'

const DAY_MS = 86_400_000

/**
 * A lesson whose facts and sources nobody has looked at for a year, or whose review is dated in a
 * time to come, which would silence this rule for as long.
 * @param today YYYY-MM-DD
 */
export function reviewAge(
  { file, lineOf }: WrittenText,
  { reviewed }: Pick<LessonText, 'reviewed'>,
  today: string,
): Warning[] {
  const days = Math.round((Date.parse(today) - Date.parse(reviewed)) / DAY_MS)
  const at = { rule: 'review-age', file, line: lineOf(['reviewed']), measured: days } as const
  if (days > MOST_REVIEW_DAYS) {
    return [
      {
        ...at,
        what: `the last review, ${reviewed}, is ${days} days ago, and ${MOST_REVIEW_DAYS} is the most`,
        mend: 'open every source, see that it still says so, and write the day of that in `reviewed`',
        limit: MOST_REVIEW_DAYS,
      },
    ]
  }
  // A day ahead is today somewhere east of here.
  if (days >= -1) return []
  return [
    {
      ...at,
      what: `the review is dated ${reviewed}, ${-days} days from now, and a review lies in the past`,
      mend: 'write the day of the last review',
      limit: 0,
    },
  ]
}
