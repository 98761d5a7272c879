import type { Message } from 'grammy/types'

/** A file in a message; `fileId` leads to its content through the simulator. */
export interface PhoneMedia {
  kind: 'photo' | 'document' | 'video' | 'voice' | 'audio' | 'animation'
  fileId: string
  fileName?: string
  mimeType?: string
  /** Bytes. */
  size?: number
  /** Pixels. */
  width?: number
  height?: number
  /** Seconds. */
  duration?: number
  title?: string
  performer?: string
}

interface AnyFile {
  file_id: string
  file_size?: number
  file_name?: string
  mime_type?: string
  width?: number
  height?: number
  duration?: number
  title?: string
  performer?: string
}

export function phoneMedia(wire: Message): PhoneMedia | undefined {
  const photo = wire.photo?.at(-1)
  if (photo !== undefined) return mediaOf('photo', photo)
  if (wire.animation !== undefined) return mediaOf('animation', wire.animation)
  if (wire.document !== undefined) return mediaOf('document', wire.document)
  if (wire.video !== undefined) return mediaOf('video', wire.video)
  if (wire.voice !== undefined) return mediaOf('voice', wire.voice)
  if (wire.audio !== undefined) return mediaOf('audio', wire.audio)
  return undefined
}

function mediaOf(kind: PhoneMedia['kind'], file: AnyFile): PhoneMedia {
  return {
    kind,
    fileId: file.file_id,
    ...(file.file_name !== undefined && { fileName: file.file_name }),
    ...(file.mime_type !== undefined && { mimeType: file.mime_type }),
    ...(file.file_size !== undefined && { size: file.file_size }),
    ...(file.width !== undefined && { width: file.width }),
    ...(file.height !== undefined && { height: file.height }),
    ...(file.duration !== undefined && { duration: file.duration }),
    ...(file.title !== undefined && { title: file.title }),
    ...(file.performer !== undefined && { performer: file.performer }),
  }
}
