import { databaseName } from './provision.ts'

/** The passwords are URL-safe as they are. */
export function urlOf(role: string, password: string, port: number): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${databaseName}`
}
