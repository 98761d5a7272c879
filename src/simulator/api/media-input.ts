import { badRequest } from '../refusal.ts'
import { imageSize } from '../world/image-size.ts'
import type { FileKind, StoredFile } from '../world/files.ts'
import type { World } from '../world/state.ts'
import type { Params, UploadedFile } from './params.ts'

/** Bytes (Bot API, "Sending files"). */
const MAX_PHOTO = 10 * 1024 * 1024
/** Width and height together, in pixels, and how much one may exceed the other. */
const MAX_PHOTO_SIDES = 10_000
const MAX_PHOTO_RATIO = 20

/** A file that a request names: one that came with it, or one that is known already. */
export type MediaSource = { upload: UploadedFile } | { stored: StoredFile }

/**
 * Finds the file that `value` means (a file of that name, `attach://…`, a file_id), checked for
 * its kind; undefined when there is none. Addresses are not fetched: the simulator reaches out to
 * no network.
 */
export function findMedia(
  world: World,
  params: Params,
  kind: FileKind,
  value: string,
  fieldName?: string,
): MediaSource | undefined {
  const direct = fieldName === undefined ? undefined : params.files.get(fieldName)
  const upload = value.startsWith('attach://') ? params.files.get(value.slice(9)) : direct
  if (upload !== undefined) return { upload: checkUpload(kind, upload) }
  if (value === '' || value.startsWith('attach://')) return undefined
  if (/^https?:\/\//iu.test(value)) throw badRequest('Failed to get HTTP URL content')
  const stored = world.files.byId(value)
  if (stored === undefined) throw badRequest('Wrong file identifier/HTTP URL specified')
  if (stored.kind !== kind) {
    throw badRequest(`Can't use file of type ${titled(stored.kind)} as ${titled(kind)}`)
  }
  return { stored }
}

/** Keeps what came with the request, once the request is accepted. */
export function keepMedia(world: World, kind: FileKind, source: MediaSource): StoredFile {
  return 'stored' in source ? source.stored : world.files.add({ kind, ...source.upload })
}

function checkUpload(kind: FileKind, upload: UploadedFile): UploadedFile {
  if (upload.content.length === 0) throw badRequest('File must be non-empty')
  if (kind !== 'photo') return upload
  if (upload.content.length > MAX_PHOTO) throw badRequest('File is too big')
  const size = imageSize(upload.content)
  if (size === undefined) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  const ratio = Math.max(width / height, height / width)
  if (width + height > MAX_PHOTO_SIDES || ratio > MAX_PHOTO_RATIO) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  }
  return upload
}

function titled(kind: FileKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}
