import type { Random } from '../random.ts'
import { imageSize } from './image-size.ts'
import type { ImageSize } from './image-size.ts'

export type FileKind = 'photo' | 'document' | 'video' | 'voice' | 'audio' | 'animation'

export interface StoredFile {
  readonly kind: FileKind
  readonly fileId: string
  readonly uniqueId: string
  readonly fileName: string
  readonly mimeType: string
  /** Bytes. */
  readonly size: number
  /** Pixels, of a photo. */
  readonly image: ImageSize | undefined
  /** Where it is downloaded from, below /file/bot<token>/. */
  readonly path: string
  /** null once it was dropped to bound memory. */
  content: Buffer | null
}

export interface NewFile {
  kind: FileKind
  fileName: string
  mimeType: string
  content: Buffer
}

/** The folders in which Telegram shows files for download. */
const FOLDERS: Readonly<Record<FileKind, string>> = {
  photo: 'photos',
  document: 'documents',
  video: 'videos',
  voice: 'voice',
  audio: 'music',
  animation: 'animations',
}

export interface FileStore {
  add(file: NewFile): StoredFile
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
    add: ({ kind, fileName, mimeType, content }) => {
      const extension = /\.[a-z0-9]{1,8}$/iu.exec(fileName)?.[0] ?? ''
      const file: StoredFile = {
        kind,
        fileId: `AgAC${random.token(60)}`,
        uniqueId: `AQAD${random.token(12)}`,
        fileName,
        mimeType,
        size: content.length,
        image: kind === 'photo' ? imageSize(content) : undefined,
        path: `${FOLDERS[kind]}/file_${byId.size}${extension}`,
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
