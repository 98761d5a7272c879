import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { end, runCommand, startCommand, type Running } from '../support/journey-process.ts'
import { copyProgram } from '../support/program-copy.ts'

describe('sedikit simulator', () => {
  let running: Running | undefined
  afterEach(async () => {
    if (running !== undefined) await end(running)
    running = undefined
  })

  it('serves the Bot API and its phones, takes its tokens and no other, and ends at Ctrl-C', async () => {
    running = startCommand(['simulator', '--port', '0', '--token', '7:mine', '--limits', 'off'])
    const url =
      /http:\S+/.exec(await running.says(/Phones to talk with your bot: \S+\//))?.[0] ?? ''
    const ask = async (path: string): Promise<Response> => fetch(new URL(path, url))
    expect((await ask('/')).headers.get('content-type')).toContain('text/html')
    expect((await ask('/bot123456:demo/getMe')).status).toBe(200)
    expect(await (await ask('/bot7:mine/getMe')).json()).toMatchObject({ result: { id: 7 } })
    expect((await ask('/bot8:other/getMe')).status).toBe(401)
    running.process.kill('SIGINT')
    expect(await running.finished).toMatchObject({ code: 0 })
  })

  it('builds the page of its phones where the program stands without the settings of its checks', async () => {
    const { entry, remove } = await copyProgram()
    try {
      running = startCommand(['simulator', '--port', '0'], {}, entry)
      await running.says(/Phones to talk with your bot: \S+\//)
      running.process.kill('SIGINT')
      expect(await running.finished).toMatchObject({ code: 0 })
    } finally {
      await remove()
    }
  })

  it.each([
    [['--port', '70000'], 'expected a port'],
    [['--port', ''], 'expected a port'],
    [['--limits', 'some'], 'expected on or off'],
    [['--faults', '/nonexistent/plan.json'], 'cannot be read'],
    [['--faults', new URL(import.meta.url).pathname], 'not JSON'],
  ])('refuses %j in words', async (args, words) => {
    const { code, stderr } = await runCommand(['simulator', ...args])
    expect(code).not.toBe(0)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
  })

  it('does not repeat a token that it refuses', async () => {
    const { code, stderr } = await runCommand(['simulator', '--token', 'a real:secret!'])
    expect(code).not.toBe(0)
    expect(stderr).not.toContain('secret')
  })

  it('says that a port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const { code, stderr } = await runCommand(['simulator', '--port', port])
    await new Promise((resolve) => taken.close(resolve))
    expect(code).not.toBe(0)
    expect(stderr).toContain('EADDRINUSE')
    expect(stderr).toContain('--port')
  })
})
