import type { View, ViewName } from './contract.ts'
import type { Look } from './look.ts'
import { overview } from './views/overview.ts'

export type ReadView = (look: Look) => Promise<View | undefined>

/** Each view by its name; undefined: a page that there is not. */
export const viewOf: Partial<Readonly<Record<ViewName, ReadView>>> = {
  overview,
}
