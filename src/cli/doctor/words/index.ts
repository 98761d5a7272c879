import { en } from './en.ts'
import { id } from './id.ts'
import type { Words } from './words.ts'

export type { Words } from './words.ts'

export type Language = 'id' | 'en'

export const words: Readonly<Record<Language, Words>> = { id, en }
