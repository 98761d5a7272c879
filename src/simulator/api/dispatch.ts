import { elapsedMs } from '../../platform/elapsed.ts'
import type { Fault, FaultSource } from '../faults/types.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { Refusal, tooManyRequests } from '../refusal.ts'
import type { Bot } from '../world/state.ts'
import { findMethod } from './methods.ts'
import { text, wholeNumber } from './params.ts'
import type { Params } from './params.ts'
import type { BotSession, Call, Effect, Method, Outcome } from './types.ts'

/** What goes back: an answer, or a connection that is cut. */
export type Answer =
  | { cut: false; status: number; body: string; retryAfter: number | undefined }
  | { cut: true }

export interface Dispatcher {
  dispatch(
    session: BotSession,
    method: string,
    params: Params,
    gone: () => AbortSignal,
  ): Answer | Promise<Answer>
}

const UNKNOWN_METHOD = new Refusal(404, 'Not Found: method not found')
const CUT: Answer = { cut: true }

/** `wait` delays a call by ms of elapsed time, and ends early when the simulator closes. */
export function createDispatcher(
  faults: FaultSource,
  wait: (ms: number) => Promise<void>,
): Dispatcher {
  function dispatch(
    session: BotSession,
    name: string,
    params: Params,
    gone: () => AbortSignal,
  ): Answer | Promise<Answer> {
    const { bot } = session
    const found = findMethod(name)
    if (found === undefined) {
      // Not by its name, which could be anything: what is counted must stay bounded.
      bot.world.ledger.refuse('unknown', UNKNOWN_METHOD.code)
      return refusalAnswer(UNKNOWN_METHOD)
    }
    const [method, run] = found
    const call: Call = { ...session, params, gone }
    if (!faults.active) return execute(bot, method, run, call, false)
    const chatId = wholeNumber(text(params, 'chat_id')) || null
    const fault = faults.decide(method, chatId)
    if (fault === undefined) return execute(bot, method, run, call, false)
    bot.world.events.emit({ type: 'fault', method, chatId, fault: fault.kind })
    return withFault(bot, method, run, call, fault)
  }

  async function withFault(
    bot: Bot,
    method: string,
    run: Method,
    call: Call,
    fault: Fault,
  ): Promise<Answer> {
    switch (fault.kind) {
      case 'reset':
        return CUT
      case 'dropResponse': {
        const answer = await execute(bot, method, run, call, true)
        return !answer.cut && answer.status === 200 ? CUT : answer
      }
      case 'delay':
        await wait(fault.ms)
        return execute(bot, method, run, call, false)
      case 'tooManyRequests':
        bot.world.pace.hold(fault.retryAfter, elapsedMs())
        return refuse(bot, method, tooManyRequests(fault.retryAfter))
      case 'error':
        return refuse(bot, method, new Refusal(fault.code, fault.description ?? USUAL[fault.code]))
    }
  }

  return { dispatch }
}

const USUAL = {
  400: 'Bad Request: wrong request',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
} as const

function execute(
  bot: Bot,
  method: string,
  run: Method,
  call: Call,
  dropped: boolean,
): Answer | Promise<Answer> {
  try {
    const outcome = run(call)
    if (!(outcome instanceof Promise)) return accept(bot, method, outcome, dropped)
    return outcome.then(
      (later) => accept(bot, method, later, dropped),
      (error: unknown) => refuse(bot, method, error),
    )
  } catch (error) {
    return refuse(bot, method, error)
  }
}

function accept(bot: Bot, method: string, outcome: Outcome, dropped: boolean): Answer {
  const { ledger, events } = bot.world
  ledger.count(method)
  if (outcome.effect !== undefined) {
    const entry = entryOf(bot, method, outcome.effect, dropped)
    ledger.append(entry)
    if (events.heard) events.emit({ type: 'accepted', entry })
  }
  return okAnswer(outcome.result)
}

function entryOf(bot: Bot, method: string, effect: Effect, responseDropped: boolean): LedgerEntry {
  return {
    seq: 0,
    botId: bot.me.id,
    method,
    chatId: effect.chatId ?? null,
    messageId: effect.messageId ?? effect.messageIds?.[0] ?? null,
    messageIds: effect.messageIds ?? null,
    kind: effect.kind ?? null,
    text: effect.text ?? null,
    pollId: effect.pollId ?? null,
    silent: effect.silent ?? false,
    at: bot.world.clock.now().getTime(),
    elapsed: elapsedMs(),
    responseDropped,
  }
}

function refuse(bot: Bot, method: string, error: unknown): Answer {
  // Anything else is a mistake of the simulator: it must be seen, not dressed as a refusal.
  if (!(error instanceof Refusal)) throw error
  bot.world.ledger.refuse(method, error.code)
  return refusalAnswer(error)
}

export function okAnswer(result: unknown): Answer {
  return {
    cut: false,
    status: 200,
    body: `{"ok":true,"result":${JSON.stringify(result)}}`,
    retryAfter: undefined,
  }
}

export function refusalAnswer(refusal: Refusal): Answer {
  const { code, message, retryAfter, migrateToChatId } = refusal
  const parameters = {
    ...(retryAfter !== undefined && { retry_after: retryAfter }),
    ...(migrateToChatId !== undefined && { migrate_to_chat_id: migrateToChatId }),
  }
  return {
    cut: false,
    status: code,
    body: JSON.stringify({
      ok: false,
      error_code: code,
      description: message,
      ...(Object.keys(parameters).length > 0 && { parameters }),
    }),
    retryAfter,
  }
}
