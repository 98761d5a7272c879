import { Queue } from 'bullmq'
import type { AnyQueue } from './backend.ts'

/** A queue as the board takes it. */
export type QueueForBoard = Queue

/** @throws TypeError for what is no queue of BullMQ's; only a test could have put it there */
export function forBoard(queues: readonly AnyQueue[]): QueueForBoard[] {
  return queues.map((queue) => {
    if (queue instanceof Queue) return queue
    throw new TypeError('A queue that is none of BullMQ’s')
  })
}
