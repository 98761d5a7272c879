import { glob, realpath } from 'node:fs/promises'
import { join } from 'node:path'

/** Files below `root` that match `patterns`, as sorted paths relative to it with forward slashes. */
export async function filesOf(root: string, ...patterns: string[]): Promise<string[]> {
  const found: string[] = []
  const exclude = (name: string): boolean => name === 'node_modules' || name === '.data'
  for await (const path of glob(patterns, { cwd: root, exclude })) {
    found.push(path.split('\\').join('/'))
  }
  return [...new Set(found)].sort()
}

/** The TypeScript of the product itself, tests beside it included. */
export async function sourcesOf(root: string): Promise<string[]> {
  return await filesOf(root, 'src/**/*.ts')
}

/** `root` as tools print it: with symbolic links followed. */
export async function realRoot(root: string, ...below: string[]): Promise<string> {
  return join(await realpath(root), ...below)
}
