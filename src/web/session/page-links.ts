import { audit } from '../../audit/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { linkCode } from './secrets.ts'
import { storeLink } from './session-store.ts'

/** Links out of the chat to pages of ours. */
export interface PageLinks {
  /** Makes a link that opens `path` once, for one person. @returns its number, which opens nothing */
  make(
    tx: Db,
    wish: { readonly personId: string; readonly path: string },
    now: Date,
  ): Promise<string>
  /** The address behind a number. */
  urlOf(linkId: string): string
  /** Where the pages are served, once that is known: a port can be chosen by the system. */
  servedOn(port: number): void
}

export interface PageLinksOptions {
  readonly token: string
  readonly publicUrl: string | undefined
  readonly host: string
  readonly port: number
}

/** Where links open a session, below the address of the pages. */
export const ENTRY = '/masuk'

export function createPageLinks(options: PageLinksOptions): PageLinks {
  const { token, publicUrl, host } = options
  let { port } = options
  return {
    async make(tx, { personId, path }, now) {
      const linkId = crypto.randomUUID()
      await storeLink(tx, { code: linkCode(token, linkId), personId, path }, now)
      await audit(tx, { action: 'web.link', by: personId }, now)
      return linkId
    },
    urlOf(linkId) {
      const base = publicUrl?.replace(/\/+$/, '') ?? `http://${host}:${port}`
      return `${base}${ENTRY}/${linkCode(token, linkId)}`
    },
    servedOn(known) {
      port = known
    },
  }
}
