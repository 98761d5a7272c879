export { startWeb, WEBHOOK_PATH, type WebServer } from './server.ts'
