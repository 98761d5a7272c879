import type { PageFile } from '../../platform/page-build/index.ts'

/** The built page by the addresses of its files below `/dasbor`: the page itself is at `/`. */
export type ReadDashboardPage = () => Promise<ReadonlyMap<string, PageFile>>
