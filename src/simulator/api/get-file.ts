import { badRequest } from '../refusal.ts'
import { text } from './params.ts'
import type { Call, Outcome } from './types.ts'

/** Bytes (Bot API, getFile). */
const MAX_DOWNLOAD = 20 * 1024 * 1024

export function getFile({ bot, params }: Call): Outcome {
  const fileId = text(params, 'file_id')
  if (fileId === '') throw badRequest('File_id not specified')
  const file = bot.world.files.byId(fileId)
  if (file === undefined) throw badRequest('Invalid file_id')
  if (file.size > MAX_DOWNLOAD) throw badRequest('File is too big')
  if (file.content === null) {
    throw badRequest('Wrong file_id or the file is temporarily unavailable')
  }
  return {
    result: {
      file_id: file.fileId,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      file_path: file.path,
    },
  }
}
