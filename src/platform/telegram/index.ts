export {
  createTelegram,
  forApi,
  type TelegramClient,
  type TelegramOptions,
  type TelegramRequest,
} from './client.ts'
export { type Downloaded } from './download.ts'
export { identify } from './identify.ts'
export { insist } from './insist.ts'
export { type CallOutcome } from './outcome.ts'
export { plainRequest } from './plain-request.ts'
export { ALLOWED_UPDATES, createPoller, type Poller } from './poll.ts'
