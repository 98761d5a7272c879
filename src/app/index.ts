export { migrate, openDatabases } from './infrastructure.ts'
export { startApp, type App, type AppOptions } from './start-app.ts'
