import { join } from 'node:path'
import { buildPage, builtFolder } from '../../platform/page-build/index.ts'

/**
 * The folder of the built phone page, built if need be.
 *
 * @throws UserError see `buildPage`
 */
export const buildPhonePage = (folder = builtFolder('page')): Promise<string> =>
  buildPage({
    name: 'the phone page',
    client: join(import.meta.dirname, 'client'),
    sources: [import.meta.dirname],
    folder,
    base: '/',
  })
