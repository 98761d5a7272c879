export { startWeb, WEBHOOK_PATH, type Refusal, type WebServer } from './server.ts'
