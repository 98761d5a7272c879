import { z } from 'zod'

import { ControlError } from './types.ts'

/** The body by its schema, or 400 with every mistake in it. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  throw new ControlError(400, z.prettifyError(parsed.error))
}

/** A whole number of the query, or undefined when it is missing. */
export function queryNumber(url: URL, name: string): number | undefined {
  const value = url.searchParams.get(name)
  if (value === null) return undefined
  if (!/^-?\d{1,15}$/u.test(value)) throw new ControlError(400, `${name}: a whole number`)
  return Number(value)
}
