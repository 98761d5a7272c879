export { loadLessons } from './load-lessons.ts'
export { migrate, openDatabases } from './infrastructure.ts'
export {
  previewAssessment,
  previewLesson,
  type AssessmentPreview,
  type LessonPreview,
} from './preview-lesson.ts'
export { startApp, type App, type AppOptions } from './start-app.ts'
