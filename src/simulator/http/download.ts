import type { ServerResponse } from 'node:http'

import { refusalAnswer } from '../api/dispatch.ts'
import { Refusal } from '../refusal.ts'
import type { FileStore } from '../world/files.ts'
import { respond } from './respond.ts'

/** Answers `/file/bot<token>/<path>` with the file's bytes. */
export function download(response: ServerResponse, files: FileStore, path: string): void {
  const file = files.byPath(path)
  if (file?.content === undefined || file.content === null) {
    respond(response, refusalAnswer(new Refusal(404, 'Not Found')))
    return
  }
  response
    .writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.size })
    .end(file.content)
}
