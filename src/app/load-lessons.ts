import { formatProblem, loadCatalogue, type Catalogue } from '../content/index.ts'
import { UserError } from '../platform/errors.ts'

/** @throws UserError that lists every problem: a broken catalogue is not started with */
export async function loadLessons(folder: string): Promise<Catalogue> {
  const loaded = await loadCatalogue(folder)
  if (loaded.ok) return loaded.catalogue
  throw new UserError(
    `The lessons have ${loaded.problems.length} problem(s):\n  ${loaded.problems.map(formatProblem).join('\n  ')}`,
    { hint: 'Mend the files above; see all problems with: npm run sedikit -- lessons check' },
  )
}
