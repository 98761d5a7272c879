export { alreadyWaits } from './already-waits-store.ts'
export { eraseHandled, eraseLedgers, eraseNames, forgetRows } from './erase-store.ts'
export { createFeeder, type Feeder } from './feeder.ts'
export { areLedgersIdle, earliestHeld, feedAgain } from './feed-store.ts'
export { limitsOf, type GaitLimits } from './gait.ts'
export { createInboxRunner, type HandleUpdates, type Settled } from './inbox.ts'
export { clearParked, forgetUpdates, storeUpdates, type InboxRow } from './inbox-store.ts'
export { createIntake } from './intake.ts'
export { preparePace } from './lease-store.ts'
export {
  type Ended,
  type LeasedRow,
  type NewMessage,
  type Render,
  type Rendered,
} from './message.ts'
export {
  bundlesFrom,
  cancelMessages,
  insertBundles,
  insertMessages,
  isToBeSent,
  isUnderWay,
  isWaiting,
  messagesFrom,
  sentMessageOf,
  sourceOfMessage,
  wasSent,
  type InsertOptions,
} from './outbox-insert-store.ts'
export { kindOfPoll, ownersOfPolls } from './poll-kind-store.ts'
export { cancelAllMessages, readdressMessages } from './readdress-store.ts'
export { reconcile } from './reconcile.ts'
export { readSending, type SendingState } from './pace-store.ts'
export { createRetention, type ForgetMessages } from './retention.ts'
export { forgetWorker, registerWorker } from './reconcile-store.ts'
export { type OnEnded, type RecordDependencies } from './record.ts'
export { createSender, type Sender } from './sender.ts'
export { tellAnew, type LastTold } from './tell-anew-store.ts'
export { describeUpdate, type ReceivedUpdate } from './update.ts'
export { lanes, type Lane } from './lanes.ts'
