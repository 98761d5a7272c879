/**
 * sendMessage a second of the simulator with its limits off, beside a bare Node HTTP server that
 * reads the same request and answers the same bytes. Both are processes of their own and take turns,
 * so that a machine that drifts drifts for both.
 *
 *     node bench/simulator.ts [--rounds 7] [--seconds 3] [--connections 32] [--json]
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { drive } from './support/drive.ts'
import { show, spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    json: { type: 'boolean', default: false },
  },
})

interface Server {
  readonly process: ChildProcess
  readonly port: number
}

async function start(script: string, ...args: string[]): Promise<Server> {
  const path = fileURLToPath(new URL(`support/${script}`, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { process: child, port: Number(line.toString()) }
}

function request(n: number): string {
  const body = JSON.stringify({ chat_id: 1000, text: `Pelajaran hari ini, pesan nomor ${n}` })
  return (
    'POST /bot123456:demo/sendMessage HTTP/1.1\r\nhost: 127.0.0.1\r\n' +
    `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  )
}

const simulator = await start('simulator-server.ts')
const answer = await fetch(`http://127.0.0.1:${simulator.port}/bot123456:demo/sendMessage`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ chat_id: 1000, text: 'Pelajaran hari ini, pesan nomor 12345' }),
})
const bare = await start('bare-server.ts', await answer.text())
try {
  const load = (port: number) =>
    drive({
      host: '127.0.0.1',
      port,
      connections: Number(values.connections),
      seconds: Number(values.seconds),
      request,
    })
  // A round that is not counted: both are compiled by then.
  await load(simulator.port)
  await load(bare.port)
  const rounds: { simulator: number; bare: number }[] = []
  for (let i = 0; i < Number(values.rounds); i++) {
    rounds.push({ simulator: await load(simulator.port), bare: await load(bare.port) })
  }
  const result = {
    simulator: spreadOf(rounds.map((round) => round.simulator)),
    bare: spreadOf(rounds.map((round) => round.bare)),
    ratio: spreadOf(rounds.map((round) => round.simulator / round.bare)),
  }
  if (values.json) console.log(JSON.stringify(result))
  else {
    console.log(`simulator   ${show(result.simulator)} sendMessage a second`)
    console.log(`bare server ${show(result.bare)} answers a second`)
    console.log(`ratio       ${show(result.ratio, 2)}`)
  }
} finally {
  simulator.process.kill()
  bare.process.kill()
}
