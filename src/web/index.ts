export { readDashboardPage } from './dashboard/page/build.ts'
export { type Fetched } from './download.ts'
export { serveHealth, type Health, type Readiness } from './health/index.ts'
export { refusals, startWeb, webhookUrl, type Refusal, type WebServer } from './server.ts'
export {
  createPageLinks,
  createSessionOf,
  forgetSessions,
  type PageLinks,
} from './session/index.ts'
