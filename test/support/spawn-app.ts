import { spawn, type ChildProcess } from 'node:child_process'
import { inject } from 'vitest'
import type { Role } from '../../src/app.ts'
import { LESSONS, type Backend } from './world.ts'

export interface SpawnOptions {
  readonly backend: Backend
  /** Where civil time begins. */
  readonly civilStart: string
  readonly simulatorUrl: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly sendRate: number
  /** The shipped ones where it is left out. */
  readonly lessonsDir?: string
  /** Everything where it is left out. */
  readonly only?: readonly Role[]
  /** Over what the environment is otherwise. */
  readonly env?: Readonly<Record<string, string>>
}

/** The app as a process of its own (see app-process.ts); resolves when it says that it is ready. */
export async function spawnApp(options: SpawnOptions): Promise<ChildProcess> {
  const redisUrl = inject('redisUrl')
  const argument = {
    civilStart: options.civilStart,
    lessonsDir: options.lessonsDir ?? LESSONS,
    ...(options.only === undefined ? {} : { only: options.only }),
    queuePrefix: new URL(options.appUrl).pathname.slice(1),
    env: {
      BOT_TOKEN: '123456:demo',
      TELEGRAM_API_ROOT: options.simulatorUrl,
      DATABASE_URL: options.appUrl,
      DATABASE_OWNER_URL: options.ownerUrl,
      PORT: '0',
      SEND_RATE: String(options.sendRate),
      // One machine and a few phones stand for thousands of people.
      UPDATES_PER_MINUTE: 'off',
      REQUESTS_PER_MINUTE: 'off',
      ...(options.backend === 'redis' && redisUrl !== undefined ? { REDIS_URL: redisUrl } : {}),
      ...options.env,
    },
  }
  const script = new URL('app-process.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, JSON.stringify(argument)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => {
      resolve()
    })
    child.once('exit', (code) => {
      reject(new Error(`The app ended with ${code}`))
    })
  })
  return child
}
