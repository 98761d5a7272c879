import type { FastifyInstance } from 'fastify'
import { answerHealth, HEALTH_PATHS, type Health, type MetricsAccess } from './health.ts'

/** The pages about this process, on the port that serves all pages. */
export function addHealth(app: FastifyInstance, health: Health, access: MetricsAccess): void {
  for (const path of HEALTH_PATHS) {
    app.get(path, async (request, response) => {
      const { headers, socket } = request
      const { remoteAddress } = socket
      const answer = await answerHealth(health, access, { path, headers, remoteAddress })
      if (answer === undefined) return response.callNotFound()
      return response
        .code(answer.status)
        .header('cache-control', 'no-store')
        .type(answer.type)
        .send(answer.body)
    })
  }
}
