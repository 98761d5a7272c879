/** One file of the built page. */
export interface PageFile {
  readonly type: string
  readonly body: Buffer
  /** The same, compressed; undefined where that saves nothing. */
  readonly gzipped: Buffer | undefined
  /** Its name holds a hash of its content. */
  readonly immutable: boolean
}

/** The built page by the addresses of its files below `/dasbor`: the page itself is at `/`. */
export type ReadDashboardPage = () => Promise<ReadonlyMap<string, PageFile>>
