import type { Random } from '../random.ts'

export interface StoredFile {
  readonly fileId: string
  readonly uniqueId: string
  readonly fileName: string
  readonly mimeType: string
  readonly size: number
  /** Where it is downloaded from, below /file/bot<token>/. */
  readonly path: string
  /** null once it was dropped to bound memory. */
  content: Buffer | null
}

export interface FileStore {
  add(file: { fileName: string; mimeType: string; content: Buffer; folder: string }): StoredFile
  byId(fileId: string): StoredFile | undefined
  byPath(path: string): StoredFile | undefined
}

/** Files in memory; over `capacity` bytes the oldest contents are dropped, their ids stay. */
export function createFileStore(random: Random, capacity: number): FileStore {
  const byId = new Map<string, StoredFile>()
  const byPath = new Map<string, StoredFile>()
  const held: StoredFile[] = []
  let bytes = 0
  return {
    add: ({ fileName, mimeType, content, folder }) => {
      const extension = /\.[a-z0-9]{1,8}$/iu.exec(fileName)?.[0] ?? ''
      const file: StoredFile = {
        fileId: `AgAC${random.token(60)}`,
        uniqueId: `AQAD${random.token(12)}`,
        fileName,
        mimeType,
        size: content.length,
        path: `${folder}/file_${byId.size}${extension}`,
        content,
      }
      byId.set(file.fileId, file)
      byPath.set(file.path, file)
      held.push(file)
      bytes += file.size
      while (bytes > capacity && held.length > 1) {
        const oldest = held.shift()
        if (oldest === undefined) break
        bytes -= oldest.size
        oldest.content = null
      }
      return file
    },
    byId: (fileId) => byId.get(fileId),
    byPath: (path) => byPath.get(path),
  }
}
