import { LICENCE_EXCEPTIONS, LICENCES } from './exceptions.ts'
import { nameAt } from './lock.ts'

/** The licence of a package, by the lock file and by the package itself where it is installed. */
export interface Licensed {
  readonly place: string
  readonly locked: string | undefined
  /** Undefined: not installed, as a program for another platform is not. Null: it names none. */
  readonly installed: string | null | undefined
}

/** What is wrong with the licences of what goes along with the bot, a line each. */
export function problemsOfLicences(packages: readonly Licensed[]): readonly string[] {
  const names = packages.map(({ place }) => nameAt(place))
  return [
    ...packages.flatMap(problemsOf),
    ...Object.keys(LICENCE_EXCEPTIONS)
      .filter((beginning) => !names.some((name) => name.startsWith(beginning)))
      .map((beginning) => `licence: the exception for ${beginning} is for nothing any more`),
  ]
}

function problemsOf({ place, locked, installed }: Licensed): string[] {
  const said = locked ?? null
  if (installed !== undefined && installed !== said) {
    return [`licence: ${place} names ${installed ?? 'none'}, and the lock file ${said ?? 'none'}`]
  }
  const licence = licenceOf(nameAt(place), said)
  return licence !== undefined && isAllowed(nameAt(place), licence)
    ? []
    : [`licence: ${place} is under ${licence ?? 'none that it names'}`]
}

/** @param named what the package itself names; an exception says it where that is nothing */
export function licenceOf(name: string, named: string | null): string | undefined {
  return named ?? exceptionFor(name)?.licence
}

function isAllowed(name: string, licence: string): boolean {
  // Of "(MIT OR GPL-3.0)" one may choose; an AND is none that stands in the list.
  const choices = licence.replace(/^\((.*)\)$/, '$1').split(' OR ')
  return choices.some((one) => LICENCES.has(one)) || exceptionFor(name)?.licence === licence
}

function exceptionFor(name: string) {
  const beginning = Object.keys(LICENCE_EXCEPTIONS).find((one) => name.startsWith(one))
  return beginning === undefined ? undefined : LICENCE_EXCEPTIONS[beginning]
}
