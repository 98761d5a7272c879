import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { fastify, type FastifyInstance } from 'fastify'
import type { QueueForBoard } from '../../platform/queue/index.ts'

/**
 * The board of the queues, to look at alone: what is in flight is ids, and what is parked is dropped in
 * the chat, where the trail keeps it.
 *
 * @param path where it stands below the address of the pages
 */
export async function createBoard(
  queues: readonly QueueForBoard[],
  path: string,
): Promise<FastifyInstance> {
  const adapter = new FastifyAdapter()
  adapter.setBasePath(path)
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Sedikit', hideRedisDetails: true, locale: { lng: 'en' } } },
  })
  const board = fastify()
  await board.register(adapter.registerPlugin(), { prefix: path })
  await board.ready()
  return board
}
