export { readDashboardPage } from './dashboard/page/build.ts'
export { type Fetched } from './download.ts'
export { startWeb, WEBHOOK_PATH, type Refusal, type WebServer } from './server.ts'
export {
  createPageLinks,
  createSessionOf,
  forgetSessions,
  type PageLinks,
} from './session/index.ts'
