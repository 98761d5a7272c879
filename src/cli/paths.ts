import { fileURLToPath } from 'node:url'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where everything embedded keeps its data, unless the environment names another place. */
export const DATA_DIR = fromRoot('.data')
export const DEMO_DIR = fromRoot('.data/demo')
export const LESSONS_DIR = fromRoot('lessons')
