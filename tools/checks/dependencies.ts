import { readLock, readManifest } from '../dependencies/lock.ts'
import { problemsOfLock } from '../dependencies/problems-of-lock.ts'
import type { Check } from '../support/check.ts'

/** Every package is the one that was looked at: pinned, hashed, and without a script of its own. */
export const dependencies: Check = {
  name: 'dependencies',
  async run(root) {
    const manifest = await readManifest(root)
    const lock = await readLock(root)
    if (manifest === undefined || lock === undefined) {
      const missing = manifest === undefined ? 'package.json' : 'package-lock.json'
      return { looked: 0, expected: 1, problems: `${missing} is missing` }
    }
    const asked = { ...manifest.dependencies, ...manifest.devDependencies }
    return {
      looked: Object.keys(lock).length - 1,
      expected: Object.keys(asked).length,
      problems: problemsOfLock(manifest, lock).join('\n'),
    }
  },
}
