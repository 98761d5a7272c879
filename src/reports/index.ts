export { readOverview, type Overview } from './overview-store.ts'
