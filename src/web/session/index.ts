export { addEntry, EXIT, gate } from './entry.ts'
export { createPageLinks, type PageLinks } from './page-links.ts'
export {
  createSessionOf,
  type Session,
  type SessionDependencies,
  type SessionOf,
} from './session.ts'
export { forgetSessions } from './session-store.ts'
