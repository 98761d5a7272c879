import { ControlError } from './types.ts'
import type { ControlCall } from './types.ts'

/** Kinds that a browser may show as they are; anything else is only saved. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp)|audio\/[\w.+-]+|video\/[\w.+-]+)$/u

/** A file of a message, for a page that shows it. */
export function showFile({ bot, id, response }: ControlCall): undefined {
  const file = bot.world.files.byId(id)
  if (file?.content === undefined || file.content === null) {
    throw new ControlError(404, 'there is no such file')
  }
  const shown = SHOWN.test(file.mimeType)
  response
    .writeHead(200, {
      'content-type': shown ? file.mimeType : 'application/octet-stream',
      'content-length': file.size,
      'content-disposition': shown
        ? 'inline'
        : `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName.toWellFormed())}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    })
    .end(file.content)
  return undefined
}
