import { parse } from 'yaml'
import { z } from 'zod'

const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.union([z.string(), z.array(z.string())]).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  restart: z.string(),
  mem_limit: z.string().optional(),
  stop_grace_period: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z
    .object({ disable: z.boolean().optional(), test: z.array(z.string()).optional() })
    .optional(),
})

const file = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
})

export type Compose = z.infer<typeof file>

/** A variable in a value: `${NAME}`, `${NAME:-else}` or `${NAME:?what is missing}`. */
const VARIABLE = /\$\{(?<name>\w+)(?::(?<how>[-?])(?<words>[^}]*))?\}/g

/** The variables that a compose file takes from its surroundings. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(({ groups }) => groups?.['name'] ?? ''))]
}

/**
 * A compose file as Docker reads it: merged, and with the variables of an `.env`.
 *
 * @throws Error for a variable that has to be there, and for a shape that is not ours
 */
export function readCompose(text: string, env: Readonly<Record<string, string>>): Compose {
  const fill = (value: string): string =>
    value.replaceAll(VARIABLE, (...found) => {
      const { name, how, words } = found.at(-1) as Record<string, string | undefined>
      const given = env[name ?? ''] ?? ''
      if (given !== '') return given
      if (how === '?') throw new Error(`${name}: ${words}`)
      return how === '-' ? (words ?? '') : ''
    })
  const read: unknown = parse(
    text,
    (_key, value: unknown) => (typeof value === 'string' ? fill(value) : value),
    { merge: true },
  )
  return file.parse(read)
}

/** `NAME=value` of an `.env`, those that are commented out included. */
export function readEnvExample(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^#?([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}
