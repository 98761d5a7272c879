import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is read of package.json. */
export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly overrides?: Readonly<Record<string, unknown>>
  readonly allowScripts?: Readonly<Record<string, boolean>>
}

/** A package of package-lock.json; see npm's documentation, "package-lock.json". */
export interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}

/** By place (`node_modules/a/node_modules/b`); the project itself stands under the empty one. */
export type Lock = Readonly<Record<string, Locked & Manifest>>

/** The name of the package at a place of the lock file. */
export function nameAt(place: string): string {
  return place.split('node_modules/').at(-1) ?? place
}

/** What `npm ci --omit=dev` may install, on whatever platform. */
export function productionIn(lock: Lock): readonly (readonly [place: string, Locked])[] {
  return Object.entries(lock).filter(([place, { dev }]) => place !== '' && dev !== true)
}

/** Undefined where there is no such file. @throws SyntaxError where it is no JSON */
export async function readManifest(root: string): Promise<Manifest | undefined> {
  return await readJson<Manifest>(join(root, 'package.json'))
}

/** See `readManifest`. */
export async function readLock(root: string): Promise<Lock | undefined> {
  const file = await readJson<{ readonly packages?: Lock }>(join(root, 'package-lock.json'))
  return file?.packages
}

export async function readJson<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as T)
}
