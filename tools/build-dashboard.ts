/**
 * Builds the dashboard's page into `dist/dashboard`, for an installation that has no Vite: an image,
 * or a server with `npm ci --omit=dev`. Does nothing where it is built already.
 *
 *     node tools/build-dashboard.ts
 */
import { readDashboardPage } from '../src/web/index.ts'

const files = await readDashboardPage()
console.log(`dist/dashboard holds the page: ${[...files.keys()].join(' ')}`)
