import type { Message, MessageEntity } from 'grammy/types'

import { cleanText } from '../text/clean.ts'
import { imageSize } from '../world/image-size.ts'
import type { Bot } from '../world/state.ts'

/** A file that a person sends: a picture as a photo, a recording as itself, anything as a document. */
export interface PersonFile {
  kind: 'photo' | 'document' | 'video' | 'voice'
  fileName: string
  mimeType: string
  content: Buffer
  caption?: string
  captionEntities?: readonly MessageEntity[]
}

export function fileContent(bot: Bot, file: PersonFile): Partial<Message> {
  const caption = captionOf(file)
  const { fileName, mimeType, content } = file
  if (file.kind === 'photo' && imageSize(content) === undefined) {
    throw new Error(`${fileName} is not a picture`)
  }
  const stored = bot.world.files.add({ kind: file.kind, fileName, mimeType, content })
  const ids = { file_id: stored.fileId, file_unique_id: stored.uniqueId, file_size: stored.size }
  if (file.kind === 'document') {
    return { document: { ...ids, file_name: fileName, mime_type: mimeType }, ...caption }
  }
  if (file.kind === 'voice')
    return { voice: { ...ids, mime_type: mimeType, duration: 1 }, ...caption }
  if (file.kind === 'video') {
    const size = { width: 320, height: 240, duration: 1 }
    return { video: { ...ids, ...size, mime_type: mimeType }, ...caption }
  }
  return { photo: [{ ...ids, ...(stored.image ?? { width: 0, height: 0 }) }], ...caption }
}

function captionOf({
  caption,
  captionEntities = [],
}: PersonFile): Pick<Message, 'caption' | 'caption_entities'> {
  if (caption === undefined) return {}
  const { text, entities } = cleanText(caption, [...captionEntities])
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities }
}
