import { Agent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

export interface PostResult {
  status: number
  reason: string
  /** Seconds; 0 when the header is missing or no number. */
  retryAfter: number
  body: string
}

export interface Poster {
  /** Rejects when there is no answer: refused, broken off, too slow, or `signal` aborted. */
  post(
    url: string,
    headers: Record<string, string>,
    body: string,
    signal: AbortSignal,
  ): Promise<PostResult>
  /** Closes idle connections, so that nothing outlives the simulator. */
  close(): void
}

/** Bytes of an answer that are read; a method call within one is far smaller. */
const MAX_ANSWER = 1024 * 1024

/** Posts over its own kept-alive connections; `fetch` would share them with the whole process. */
export function createPoster(timeoutMs: number): Poster {
  const agents = {
    http: new Agent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true }),
  }
  return {
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
    post: async (url, headers, body, signal) =>
      await new Promise((resolve, reject) => {
        const secure = url.toLowerCase().startsWith('https:')
        const options = {
          method: 'POST',
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          agent: secure ? agents.https : agents.http,
          timeout: timeoutMs,
          signal,
        }
        const request = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
          let answer = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => {
            if (answer.length < MAX_ANSWER) answer += part
          })
          response.on('error', reject)
          response.on('end', () => {
            const after = Number(response.headers['retry-after'])
            resolve({
              status: response.statusCode ?? 0,
              reason: response.statusMessage ?? '',
              retryAfter: after > 0 ? after : 0,
              body: answer,
            })
          })
        })
        request.on('timeout', () => request.destroy(new Error('Read timeout expired')))
        request.on('error', reject)
        request.end(body)
      }),
  }
}
