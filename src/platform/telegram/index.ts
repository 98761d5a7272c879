export {
  createTelegram,
  type TelegramClient,
  type TelegramOptions,
  type TelegramRequest,
} from './client.ts'
export { type CallOutcome } from './outcome.ts'
