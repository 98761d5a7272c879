export {
  assertRedisAnswers,
  migrateQueueSchema,
  postgresBackend,
  redisBackend,
  type QueueBackend,
} from './backend.ts'
export { type JobHandlers } from './jobs.ts'
export {
  openQueues,
  queueNames,
  WORKERS,
  type Parked,
  type QueueCount,
  type Queues,
} from './queues.ts'
