import { join } from 'node:path'
import { productionIn, readJson, readLock } from '../dependencies/lock.ts'
import { problemsOfLicences } from '../dependencies/problems-of-licences.ts'
import type { Check } from '../support/check.ts'

/** The licences of what `npm ci --omit=dev` installs, as the packages themselves name them. */
export const licences: Check = {
  name: 'licences',
  async run(root) {
    const packages = productionIn((await readLock(root)) ?? {})
    const licensed = await Promise.all(
      packages.map(async ([place, { license }]) => {
        const installed = await readJson<{ license?: string }>(join(root, place, 'package.json'))
        return {
          place,
          locked: license,
          installed: installed === undefined ? undefined : (installed.license ?? null),
        }
      }),
    )
    return {
      looked: licensed.length,
      expected: packages.length,
      problems: packages.length === 0 ? '' : problemsOfLicences(licensed).join('\n'),
    }
  },
}
