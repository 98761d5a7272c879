/** `sedikit-20261130-023000.tar` in UTC: sorted by name they are sorted by age. */
export function backupName(madeAt: Date, why?: string): string {
  const [day = '', time = ''] = madeAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').split('T')
  return `sedikit-${day}-${time}${why === undefined ? '' : `-${why}`}.tar`
}

/** Of one that is not whole yet; never taken for a backup. */
export function halfName(name: string): string {
  return `.${name}.part`
}

/** Of those that the nights have made alone: what somebody made by hand is theirs to delete. */
const nightly = /^sedikit-\d{8}-\d{6}-nightly\.tar$/
const half = /^\.sedikit-\d{8}-\d{6}-nightly\.tar\.part$/

export const NIGHTLY = 'nightly'

/**
 * Which files go so that `keep` of the nights' backups are left, the newest; and what a killed process
 * left half-made, which nobody else works on at that moment.
 */
export function rotation(names: readonly string[], keep: number): string[] {
  const old = names
    .filter((name) => nightly.test(name))
    .toSorted()
    .toReversed()
    .slice(keep)
  return [...old, ...names.filter((name) => half.test(name))]
}
