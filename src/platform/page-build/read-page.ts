import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

export interface PageFile {
  readonly type: string
  readonly body: Buffer
  /** The same, compressed; undefined where that saves nothing. */
  readonly gzipped: Buffer | undefined
  /** Its name holds a hash of its content. */
  readonly immutable: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** The built page by the paths of its addresses, all of it in memory: it is well under a megabyte. */
export async function readPage(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, PageFile>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    files.set(address === '/index.html' ? '/' : address, await readPageFile(path, address))
  }
  return files
}

async function readPageFile(path: string, address: string): Promise<PageFile> {
  const body = await readFile(path)
  const gzipped = await promisify(gzip)(body, { level: 9 })
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    body,
    gzipped: gzipped.length < body.length ? gzipped : undefined,
    immutable: address.startsWith('/assets/'),
  }
}

/** Whether whoever asks unpacks gzip. */
export const acceptsGzip = (header: string | string[] | undefined): boolean =>
  /\bgzip\b/u.test(String(header ?? ''))

/** How long a browser may keep it: for ever under a name that holds its hash, and else asks again. */
export const cacheOf = ({ immutable }: PageFile): string =>
  immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
