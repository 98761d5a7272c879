import { badRequest } from '../refusal.ts'

/** A file that came with a request, by multipart. */
export interface UploadedFile {
  fileName: string
  mimeType: string
  content: Buffer
}

/**
 * The parameters of one request: from JSON they are values, from forms and queries they are texts,
 * and structured ones are then JSON within the text. The readers below take both, as Telegram does.
 */
export interface Params {
  readonly values: Readonly<Record<string, unknown>>
  readonly files: ReadonlyMap<string, UploadedFile>
}

export const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map()

/** The parameter as text; empty when it is missing. */
export function text(params: Params, name: string): string {
  const value = params.values[name]
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value === undefined || value === null) return ''
  return JSON.stringify(value)
}

export function has(params: Params, name: string): boolean {
  const value = params.values[name]
  return value !== undefined && value !== null
}

/** True for what Telegram takes for true: true, 1, yes, in any case. */
export function flag(params: Params, name: string, otherwise = false): boolean {
  const value = params.values[name]
  if (typeof value === 'boolean') return value
  if (value === undefined || value === null) return otherwise
  const word = text(params, name).trim().toLowerCase()
  return word === 'true' || word === 'yes' || word === '1'
}

/** A whole number within bounds; what cannot be read is 0, as in td's `to_integer`. */
export function integer(
  params: Params,
  name: string,
  otherwise: number,
  min = -2_147_483_648,
  max = 2_147_483_647,
): number {
  if (!has(params, name)) return otherwise
  return Math.min(max, Math.max(min, wholeNumber(text(params, name))))
}

/** The digits at the beginning as a number, 0 when there are none or too many. */
export function wholeNumber(word: string): number {
  const match = /^\s*(-?\d{1,15})/u.exec(word)
  return match === null ? 0 : Number(match[1])
}

/** A text that must be there. */
export function required(params: Params, name: string): string {
  const value = text(params, name)
  if (value === '') throw badRequest(`Parameter "${name}" is required`)
  return value
}

/**
 * A structured parameter, parsed where it came as text; undefined when it is missing or empty.
 * `what` is how the real server calls it when it can't be parsed.
 */
export function json(params: Params, name: string, what: string): unknown {
  const value = params.values[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw badRequest(`Can't parse ${what} JSON object`)
  }
}

/** As `json`, but what cannot be parsed counts as missing: so the real server reads entities. */
export function looseJson(params: Params, name: string): unknown {
  const value = params.values[name]
  if (typeof value !== 'string' || value === '') return value
  try {
    return JSON.parse(value) as unknown
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}
