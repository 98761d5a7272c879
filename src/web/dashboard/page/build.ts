import { join } from 'node:path'
import {
  buildPage,
  builtFolder,
  readPage,
  type PageFile,
} from '../../../platform/page-build/index.ts'

/**
 * The dashboard's page by the addresses of its files below `/dasbor`, built if need be.
 *
 * @param folder where builds are kept; default `dist/dashboard` of the project
 * @throws UserError see `buildPage`
 */
export async function readDashboardPage(
  folder = builtFolder('dashboard'),
): Promise<ReadonlyMap<string, PageFile>> {
  const built = await buildPage({
    name: "the dashboard's page",
    client: join(import.meta.dirname, 'client'),
    // Of the contract the page takes along what it calls the views.
    sources: [import.meta.dirname, join(import.meta.dirname, '..', 'contract.ts')],
    folder,
    // Below PUBLIC_URL, which may have a path of its own.
    base: './',
  })
  return readPage(built)
}
