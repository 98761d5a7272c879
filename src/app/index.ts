export { webhookUrl } from '../web/index.ts'
export { backUp } from './back-up.ts'
export { bringBack, type BroughtBack } from './bring-back.ts'
export { loadLessons } from './load-lessons.ts'
export { followChanges, type Replanned } from './replan-after.ts'
export { nextDueAt } from './next-due.ts'
export {
  connectionsOf,
  knownMigrations,
  migrate,
  openDatabases,
  schemaState,
  type Databases,
} from './infrastructure.ts'
export {
  previewAssessment,
  previewLesson,
  type AssessmentPreview,
  type LessonPreview,
} from './preview-lesson.ts'
export { roles, type Role } from './roles.ts'
export { type AppOptions } from './app-options.ts'
export { startApp, type App } from './start-app.ts'
