import { badRequest } from '../refusal.ts'
import { json } from './params.ts'
import type { Params } from './params.ts'

const MAX_IDS = 100

/** `message_ids`: 1 to 100 of them (Client.cpp, get_message_ids). */
export function readMessageIds(params: Params): number[] {
  const value = json(params, 'message_ids', 'message_ids')
  if (value === undefined) throw badRequest('Message identifiers are not specified')
  if (!Array.isArray(value)) throw badRequest('Expected an Array of message identifiers')
  if (value.length > MAX_IDS) throw badRequest('Too many message identifiers specified')
  if (value.length === 0) throw badRequest('Message identifiers are not specified')
  return (value as unknown[]).map((item) => {
    if (typeof item !== 'number' && typeof item !== 'string') {
      throw badRequest('Message identifier must be a Number')
    }
    if (!/^-?\d{1,10}$/u.test(String(item))) {
      throw badRequest("Can't parse message identifier as a Number")
    }
    if (Number(item) <= 0) throw badRequest('Invalid message identifier specified')
    return Number(item)
  })
}
