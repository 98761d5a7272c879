export { limitRequests } from './limit-requests.ts'
