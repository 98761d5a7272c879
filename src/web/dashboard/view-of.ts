import type { View, ViewName } from './contract.ts'
import type { Look } from './look.ts'
import { announcements } from './views/announcements.ts'
import { lessons } from './views/lessons.ts'
import { overview } from './views/overview.ts'
import { people } from './views/people.ts'
import { questions } from './views/questions.ts'
import { units } from './views/units.ts'

/** Reads a view. @returns undefined for a page that there is not */
type ReadView = (look: Look) => Promise<View | undefined>

/** Each view by its name. */
export const viewOf: Readonly<Record<ViewName, ReadView>> = {
  overview,
  units,
  lessons,
  questions,
  announcements,
  people,
}
