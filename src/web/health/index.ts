export { addHealth } from './add-health.ts'
export { type Health, type MetricsAccess, type Readiness } from './health.ts'
export { serveHealth } from './serve-health.ts'
