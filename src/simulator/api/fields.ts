import { badRequest } from '../refusal.ts'

/** The fields of a JSON object in a parameter. Telegram takes numbers for texts and back. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function optionalString(fields: Fields, name: string): string {
  const value = fields[name]
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw badRequest(`Field "${name}" must be of type String`)
}

export function requiredString(fields: Fields, name: string): string {
  const value = fields[name]
  if (value === undefined || value === null) throw badRequest(`Can't find field "${name}"`)
  return optionalString(fields, name)
}

export function optionalInteger(fields: Fields, name: string, otherwise = 0): number {
  const value = fields[name]
  if (value === undefined || value === null) return otherwise
  const word = typeof value === 'number' ? String(value) : value
  if (typeof word !== 'string') throw badRequest(`Field "${name}" must be of type Number`)
  if (!/^-?\d{1,10}$/u.test(word)) throw badRequest(`Field "${name}" must be a valid Number`)
  return Number(word)
}

export function requiredInteger(fields: Fields, name: string): number {
  if (fields[name] === undefined || fields[name] === null) {
    throw badRequest(`Can't find field "${name}"`)
  }
  return optionalInteger(fields, name)
}

export function optionalFlag(fields: Fields, name: string): boolean {
  const value = fields[name]
  if (value === undefined || value === null) return false
  if (typeof value === 'boolean') return value
  throw badRequest(`Field "${name}" must be of type Boolean`)
}

export function requiredFields(fields: Fields, name: string): Fields {
  const value = fields[name]
  if (value === undefined) throw badRequest(`Can't find field "${name}"`)
  if (!isFields(value)) throw badRequest(`Field "${name}" must be of type Object`)
  return value
}
