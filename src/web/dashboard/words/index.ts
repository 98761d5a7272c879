import { en } from './en.ts'
import { id } from './id.ts'
import type { Words } from './words.ts'

export type { Words } from './words.ts'

/** Whatever the dashboard says, by language. */
export const words: Readonly<Record<'id' | 'en', Words>> = { id, en }
