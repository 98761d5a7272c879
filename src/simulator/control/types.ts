import type { IncomingMessage, ServerResponse } from 'node:http'

import type { BotSession } from '../api/types.ts'
import type { Simulator } from '../options.ts'
import type { Bot } from '../world/state.ts'

export interface ControlParts {
  simulator: Simulator
  sessions: ReadonlyMap<string, BotSession>
  /** What the simulator listens on. */
  host: string
}

/** One request of the control API. */
export interface ControlCall extends ControlParts {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** The bot that `?bot=<id>` names; the first without it. */
  bot: Bot
  /** What stood in the path. */
  id: string
  /** The parsed body; undefined where there is none. */
  body: unknown
}

/** What goes back as JSON; undefined when the handler answered by itself. */
export type ControlHandler = (call: ControlCall) => unknown

/** A request that cannot be done: the status with a sentence that says why. */
export class ControlError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'ControlError'
    this.status = status
  }
}
