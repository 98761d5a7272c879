import type { UploadedFile } from '../api/params.ts'

export interface MultipartForm {
  fields: Record<string, string>
  files: Map<string, UploadedFile>
}

const HEADER_END = Buffer.from('\r\n\r\n')

/** The boundary that a multipart content type names. */
export function boundaryOf(contentType: string): string | undefined {
  const match = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/iu.exec(contentType)
  return match?.[1] ?? match?.[2]
}

/**
 * Takes a multipart/form-data body apart (RFC 7578), forgiving as bot libraries need it: header
 * names in any case, spaces or none, file names with quotes or without. Undefined when it is
 * broken: no boundary at the start, a part without a name, or no end.
 */
export function parseMultipart(body: Buffer, boundary: string): MultipartForm | undefined {
  const opening = Buffer.from(`--${boundary}`)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const form: MultipartForm = { fields: {}, files: new Map() }
  let position = body.indexOf(opening)
  if (position === -1) return undefined
  position += opening.length
  for (;;) {
    if (body.toString('latin1', position, position + 2) === '--') return form
    const lineEnd = body.indexOf('\r\n', position)
    if (lineEnd === -1) return undefined
    // Only padding may stand between the boundary and the end of its line.
    if (body.toString('latin1', position, lineEnd).trim() !== '') return undefined
    const start = lineEnd + 2
    const headerEnd = body.indexOf(HEADER_END, start - 2)
    if (headerEnd === -1) return undefined
    const end = body.indexOf(delimiter, headerEnd + 2)
    if (end === -1) return undefined
    const content = body.subarray(Math.min(headerEnd + 4, end), end)
    if (!addPart(form, body.toString('utf8', start, headerEnd), content)) return undefined
    position = end + delimiter.length
  }
}

function addPart(form: MultipartForm, head: string, content: Buffer): boolean {
  const disposition = headerOf(head, 'content-disposition')
  const name = parameterOf(disposition, 'name')
  if (name === undefined) return false
  const fileName = parameterOf(disposition, 'filename')
  if (fileName === undefined) {
    form.fields[name] = content.toString('utf8')
    return true
  }
  form.files.set(name, {
    fileName: fileName.split(/[/\\]/u).at(-1) ?? '',
    mimeType: headerOf(head, 'content-type').trim() || 'application/octet-stream',
    content,
  })
  return true
}

function headerOf(head: string, name: string): string {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0 && line.slice(0, colon).trim().toLowerCase() === name)
      return line.slice(colon + 1)
  }
  return ''
}

function parameterOf(header: string, name: string): string | undefined {
  const pattern = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;]*))`, 'iu')
  const match = pattern.exec(header)
  return match?.[1]?.replaceAll(/\\(.)/gu, '$1') ?? match?.[2]?.trim()
}
