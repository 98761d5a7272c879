/** The composition root's face: the command line, the tests and the demo start the same app. */
export {
  connectionsOf,
  loadLessons,
  migrate,
  nextDueAt,
  openDatabases,
  previewAssessment,
  previewLesson,
  roles,
  schemaState,
  startApp,
  type App,
  type AppOptions,
  type AssessmentPreview,
  type Databases,
  type LessonPreview,
  type Role,
} from './app/index.ts'
