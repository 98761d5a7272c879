export {
  EXPOSITION_TYPE,
  writeExposition,
  type Family,
  type Labels,
  type Sample,
} from './exposition.ts'
export {
  createCounter,
  createHistogram,
  gauge,
  type Counter,
  type Histogram,
} from './instruments.ts'
export { createProcessMetrics } from './process.ts'
