import { request as httpRequest, type Agent as HttpAgent, type RequestOptions } from 'node:http'
import { request as httpsRequest, type Agent as HttpsAgent } from 'node:https'

/** What grammY gives to its `fetch` for a request without files. */
export interface JsonRequest {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * A `fetch` for JSON alone, over connections that stay open: a call costs a third of what grammY's
 * own costs, which is made for streams of files. Errors come as they are: a refused connection keeps
 * its code, and nothing is tried twice.
 *
 * @param agent for the protocol of the Bot API's address
 */
export function createJsonFetch(
  apiRoot: string,
  agent: HttpAgent | HttpsAgent,
): (url: string, init: JsonRequest) => Promise<{ json: () => Promise<unknown> }> {
  const secure = new URL(apiRoot).protocol === 'https:'
  const request = secure ? httpsRequest : httpRequest

  return (url, { headers, body, signal }) => {
    if (typeof body !== 'string') return Promise.reject(new TypeError('The body is not JSON'))
    const options: RequestOptions = {
      agent,
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      ...(signal === undefined ? {} : { signal }),
    }
    return new Promise((resolve, reject) => {
      const call = request(url, options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          resolve({ json: () => Promise.resolve().then(() => JSON.parse(text) as unknown) })
        })
      })
      call.on('error', reject)
      call.end(body)
    })
  }
}
