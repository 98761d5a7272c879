import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { failedUpdates } from './journey-chat.ts'
import type { World } from './world.ts'

/** What must stand in no message: an unfilled variable, a broken escape, a value that is none. */
const slips: readonly RegExp[] = [
  /\{\s*\$?[a-z-]+\s*\}/i,
  /&(lt|gt|amp|quot);/,
  /\b(undefined|null|NaN|Invalid Date)\b/,
  /\[object /,
  / {2,}[A-Za-z]/,
  / [,.;:](\s|$)/,
]

/** What is wrong with what a phone shows of the bot: empty when every message may stand so. */
export function slipsOn(person: SimulatedPerson): string[] {
  return person
    .messages()
    .filter((message) => message.fromBot)
    .flatMap(({ text, poll, buttons = [] }) => {
      const shown = [text, poll?.question ?? '', poll?.explanation ?? '']
      const words = [...shown, ...buttons.flat().map((button) => button.text)]
      const data = buttons.flat().flatMap((b) => ('callback_data' in b ? [b.callback_data] : []))
      return [
        ...words.filter((word) => slips.some((slip) => slip.test(word))),
        ...shown.filter((word) => word.length > 4096),
        ...data.filter((one) => one === undefined || Buffer.byteLength(one) > 64),
      ]
    })
}

/** The whole world's slips: on every phone, and in the inbox. */
export async function slipsIn(world: World): Promise<unknown[]> {
  return [...world.simulator.people().flatMap(slipsOn), ...(await failedUpdates(world))]
}
