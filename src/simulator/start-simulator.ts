import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { pause } from '../platform/elapsed.ts'
import { UserError } from '../platform/errors.ts'
import { createDispatcher } from './api/dispatch.ts'
import { NO_FILES } from './api/params.ts'
import type { BotSession } from './api/types.ts'
import { controlRoute } from './control/route.ts'
import { createEventHub } from './events.ts'
import { createFaults } from './faults/plan.ts'
import { createHttpServer } from './http/server.ts'
import type { Route } from './http/server.ts'
import { createLedger } from './ledger/ledger.ts'
import { createPace, DEFAULT_LIMITS } from './limits/pace.ts'
import { DEFAULT_TOKEN, MEMORY } from './options.ts'
import type { Simulator, SimulatorOptions } from './options.ts'
import { createGroup } from './people/group.ts'
import { simulatedPerson } from './people/person.ts'
import { createRandom } from './random.ts'
import { createLongPoll } from './updates/long-poll.ts'
import { createWebhook } from './updates/webhook.ts'
import { personOf, privateChat } from './world/chats.ts'
import { createBot } from './world/create-bot.ts'
import { createFileStore } from './world/files.ts'
import { tellPerson } from './world/members.ts'
import type { Bot, World } from './world/state.ts'

/** Starts Telegram in a box and listens; rejects with a UserError for tokens that are none. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const seed = options.seed ?? 1
  const host = options.host ?? '127.0.0.1'
  const memory = { ...MEMORY, ...options.memory }
  const random = createRandom(seed)
  const world: World = {
    clock: options.clock,
    random,
    seed,
    events: createEventHub(),
    ledger: createLedger(memory.ledgerEntries),
    pace: createPace(options.limits ?? DEFAULT_LIMITS),
    files: createFileStore(random, memory.files),
    messagesPerChat: memory.messagesPerChat,
  }
  const closing = new AbortController()
  const mistakes: unknown[] = []
  const onError = options.onError ?? ((error) => mistakes.push(error))
  const faults = createFaults(options.faults ?? [], seed)
  const dispatcher = createDispatcher(faults, (ms) => pause(ms, closing.signal))

  const sessions = new Map<string, BotSession>()
  for (const [index, token] of (options.tokens ?? [DEFAULT_TOKEN]).entries()) {
    sessions.set(token, openSession(createBot(world, checkedToken(token), index)))
  }

  function openSession(bot: Bot): BotSession {
    const session: BotSession = {
      bot,
      longPoll: createLongPoll(bot.updates),
      webhook: createWebhook(bot.updates, world.clock, (body) => {
        const method = typeof body.method === 'string' ? body.method : ''
        const params = { values: { ...body }, files: NO_FILES }
        // Telegram does not say what became of a call in a webhook's answer, so nobody is told.
        Promise.resolve()
          .then(() => dispatcher.dispatch(session, method, params, () => closing.signal))
          .catch(onError)
      }),
    }
    return session
  }

  function sessionOf(token: string | undefined): BotSession {
    const [first] = sessions.keys()
    const session = sessions.get(token ?? first ?? '')
    if (session === undefined) throw new UserError('the simulator has no bot with that token')
    return session
  }
  const botOf = (token: string | undefined): Bot => sessionOf(token).bot

  const routes: Route[] = []
  const server = createHttpServer({
    clock: world.clock,
    sessions,
    dispatcher,
    files: world.files,
    routes,
    onError,
  })
  server.listen(options.port ?? 0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const shownHost = host.includes(':') ? `[${host}]` : host

  const simulator: Simulator = {
    url: `http://${shownHost}:${port}`,
    port,
    botUsername: botOf(undefined).me.username,
    person: (profile, token) => {
      const bot = botOf(token)
      const known = bot.people.has(profile.id)
      const person = personOf(bot, profile)
      privateChat(bot, person)
      if (!known) tellPerson(bot, person)
      return simulatedPerson(bot, person)
    },
    people: (token) => {
      const bot = botOf(token)
      return Array.from(bot.people.values(), (person) => simulatedPerson(bot, person))
    },
    group: (profile, token) => createGroup(botOf(token), profile),
    ledger: world.ledger,
    faults,
    limits: {
      get current() {
        return world.pace.limits
      },
      set: world.pace.set,
      get ignoredWaits() {
        return world.pace.ignoredWaits
      },
    },
    events: world.events,
    pendingUpdates: (token) => botOf(token).updates.waiting().length,
    isPolling: (token) => sessionOf(token).longPoll.waiting,
    addRoute: (route) => {
      routes.push(route)
    },
    close: async () => {
      closing.abort()
      for (const { longPoll, webhook } of sessions.values()) {
        longPoll.close()
        // One after another: there are few, and each ends at once.
        await webhook.close()
      }
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      if (mistakes.length > 0) throw new AggregateError(mistakes, 'the simulator failed inside')
    },
  }
  routes.push(controlRoute({ simulator, sessions, host }), ...(options.routes ?? []))
  return simulator
}

/** A bot's id is the number before the colon, and must not be taken for a group's. */
function checkedToken(token: string): string {
  if (!/^[1-9]\d{0,14}:[\w-]{1,100}$/u.test(token)) {
    throw new UserError('a bot token is wrong', { hint: 'it looks like 123456:demo' })
  }
  return token
}
