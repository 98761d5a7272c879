import type { Message } from 'grammy/types'

import type { StoredFile } from '../world/files.ts'

/** What a request says of a file beside the file itself. */
export interface MediaDetails {
  /** Seconds. */
  duration: number
  /** Pixels. */
  width: number
  height: number
  title: string
  performer: string
  spoiler: boolean
  captionAbove: boolean
}

/** The part of a message that is its file. */
export function mediaWire(file: StoredFile, details: MediaDetails): Partial<Message> {
  const ids = { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size }
  const named = { ...ids, file_name: file.fileName, mime_type: file.mimeType }
  const { duration, width, height } = details
  const look = {
    ...(details.spoiler && { has_media_spoiler: true as const }),
    ...(details.captionAbove && { show_caption_above_media: true as const }),
  }
  switch (file.kind) {
    case 'photo':
      return { photo: [{ ...ids, ...(file.image ?? { width: 0, height: 0 }) }], ...look }
    case 'document':
      return { document: named }
    case 'video':
      return { video: { ...named, duration, width, height }, ...look }
    case 'animation':
      return { animation: { ...named, duration, width, height }, document: named, ...look }
    case 'voice':
      return { voice: { ...ids, duration, mime_type: file.mimeType } }
    case 'audio':
      return {
        audio: {
          ...named,
          duration,
          ...(details.title !== '' && { title: details.title }),
          ...(details.performer !== '' && { performer: details.performer }),
        },
      }
  }
}

/** Every field of a message that belongs to its file or caption: an edit drops them first. */
export const MEDIA_FIELDS = [
  'photo',
  'document',
  'video',
  'animation',
  'voice',
  'audio',
  'caption',
  'caption_entities',
  'has_media_spoiler',
  'show_caption_above_media',
] as const satisfies readonly (keyof Message)[]
