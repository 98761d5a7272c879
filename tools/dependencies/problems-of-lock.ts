import { UNHASHED } from './exceptions.ts'
import { nameAt, productionIn, type Lock, type Locked, type Manifest } from './lock.ts'

const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/

const REGISTRY = 'https://registry.npmjs.org/'

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

/** What is wrong with what the project asks for and with what its lock file holds, a line each. */
export function problemsOfLock(manifest: Manifest, lock: Lock): readonly string[] {
  return [
    ...pins(manifest),
    ...agreement(manifest, lock),
    ...Object.entries(lock).flatMap(([place, locked]) =>
      place === '' ? [] : origin(place, locked),
    ),
    ...scripts(manifest, lock),
  ]
}

function pins(manifest: Manifest): string[] {
  const asked = [...KINDS.map((kind) => manifest[kind] ?? {}), manifest.overrides ?? {}]
  return asked
    .flatMap((kind) => Object.entries(kind))
    .filter(([, version]) => typeof version !== 'string' || !EXACT.test(version))
    .map(([name, version]) => `pinned: ${name} is ${JSON.stringify(version)}, no exact version`)
}

function agreement(manifest: Manifest, lock: Lock): string[] {
  return KINDS.flatMap((kind) => {
    const asked = manifest[kind] ?? {}
    const known = lock['']?.[kind] ?? {}
    const names = new Set([...Object.keys(asked), ...Object.keys(known)])
    return [...names].flatMap((name) => {
      const held = lock[`node_modules/${name}`]?.version
      if (asked[name] === known[name] && asked[name] === held) return []
      return [
        `agrees: ${name} is ${asked[name] ?? 'not'} in package.json, and ${known[name] ?? 'not'} asked for and ${held ?? 'not'} held in package-lock.json`,
      ]
    })
  })
}

/** What npm takes is what was looked at: it comes from the registry, and has its hash. */
function origin(place: string, { resolved, integrity, link, optional }: Locked): string[] {
  const problems: string[] = []
  // Left out, it is the registry that npm is set to; the hash says that it is the same package.
  if (link === true || (resolved !== undefined && !resolved.startsWith(REGISTRY))) {
    problems.push(`registry: ${place} comes from ${resolved ?? 'a folder'}`)
  }
  const name = nameAt(place)
  const isKnown =
    optional === true && Object.keys(UNHASHED).some((beginning) => name.startsWith(beginning))
  if (!isKnown && integrity?.startsWith('sha512-') !== true) {
    problems.push(`hash: ${place} has ${integrity ?? 'none'}`)
  }
  return problems
}

/** Nothing runs at install that was not looked at, and nothing at all where only the bot is installed. */
function scripts({ allowScripts = {} }: Manifest, lock: Lock): string[] {
  const having = Object.entries(lock).filter(([, locked]) => locked.hasInstallScript === true)
  const names = new Set(having.map(([place]) => nameAt(place)))
  return [
    ...having
      .filter(([place]) => allowScripts[nameAt(place)] === undefined)
      .map(([place]) => `scripts: ${place} has an install script and is not in allowScripts`),
    ...Object.keys(allowScripts)
      .filter((name) => !names.has(name))
      .map((name) => `scripts: ${name} is in allowScripts and has no install script`),
    ...productionIn(lock)
      .filter(([place]) => allowScripts[nameAt(place)] === true)
      .map(([place]) => `scripts: ${place} may run one where only the bot is installed`),
  ]
}
