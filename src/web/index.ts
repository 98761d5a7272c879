export { type Fetched } from './download.ts'
export { startWeb, WEBHOOK_PATH, type Refusal, type WebServer } from './server.ts'
