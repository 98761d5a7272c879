export {
  assertRedisAnswers,
  migrateQueueSchema,
  postgresBackend,
  redisBackend,
  type QueueBackend,
} from './backend.ts'
export { jobs, type JobHandlers } from './jobs.ts'
export {
  openQueues,
  queueNames,
  WORKERS,
  type JobEnd,
  type Parked,
  type QueueCount,
  type Queues,
} from './queues.ts'
