/** The composition root's face: the command line, the tests and the demo start the same app. */
export { migrate, openDatabases, startApp, type App, type AppOptions } from './app/index.ts'
