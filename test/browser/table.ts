import { Api } from 'grammy'
import { movableClock, type MovableClock } from '../../src/platform/clock.ts'
import {
  DEFAULT_TOKEN,
  startSimulator,
  type Route,
  type Simulator,
} from '../../src/simulator/index.ts'
import { phonePage } from '../../src/simulator/page/routes.ts'

/** A simulator with its page, and a bot that a test plays by hand. */
export interface Table {
  readonly clock: MovableClock
  readonly simulator: Simulator
  readonly api: Api
  /** Answers the next button that is pressed. */
  answerPress(answer: { text: string; alert?: boolean }): Promise<string>
  close(): Promise<void>
}

export async function openTable(routes: readonly Route[] = []): Promise<Table> {
  // Monday, 09.30 in Makassar.
  const clock = movableClock(new Date('2026-11-23T01:30:00Z'))
  const simulator = await startSimulator({
    clock,
    routes,
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  simulator.addRoute(await phonePage(simulator))
  const api = new Api(DEFAULT_TOKEN, { apiRoot: simulator.url })
  let offset = 0
  return {
    clock,
    simulator,
    api,
    async answerPress({ text, alert = false }) {
      for (;;) {
        for (const update of await api.getUpdates({ offset, timeout: 10 })) {
          offset = update.update_id + 1
          const press = update.callback_query
          if (press === undefined) continue
          await api.answerCallbackQuery(press.id, { text, show_alert: alert })
          return press.data ?? ''
        }
      }
    },
    close: () => simulator.close(),
  }
}
