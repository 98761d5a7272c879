import { roles, type Role } from '../app.ts'
import { UserError } from '../platform/errors.ts'

/**
 * What `--only` names: once or several times, each a role or several with commas between them.
 *
 * @returns all roles where nothing is named; in one order, each once
 * @throws  UserError for a word that is no role
 */
export function readRoles(given: readonly string[] | undefined): readonly Role[] {
  if (given === undefined) return roles
  const words = given.flatMap((list) => list.split(',')).map((word) => word.trim())
  const unknown = words.filter((word) => !roles.some((role) => role === word))
  if (unknown.length > 0) {
    throw new UserError(`--only ${unknown.map((word) => `"${word}"`).join(', ')}: no such role.`, {
      hint: `There are: ${roles.join(', ')}. Several: --only bot --only web, or --only bot,web.`,
    })
  }
  return roles.filter((role) => words.includes(role))
}
