import { fileURLToPath } from 'node:url'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where everything embedded keeps its data. */
export const DATA_DIR = fromRoot('.data')
export const DEMO_DIR = fromRoot('.data/demo')
export const LESSONS_DIR = fromRoot('lessons')
