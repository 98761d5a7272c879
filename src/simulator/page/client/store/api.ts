import type { PhoneMessage } from '../../../people/phone-message.ts'
import { chosenBot } from './bot.ts'
import type { Action, ChatLine, Person, PersonDetails, SimulatorState } from './types.ts'

/** The server said no, with a sentence that says why. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refused'
    this.status = status
  }
}

/** Asks the own server; anything but 2xx is thrown as {@link Refused}. */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(
    path,
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
  )
  const answer: unknown = response.status === 204 ? null : await readJson(response)
  if (!response.ok) throw new Refused(response.status, errorOf(answer) ?? response.statusText)
  return answer as T
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? null : (JSON.parse(text) as unknown)
}

function errorOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined
  return typeof answer.error === 'string' ? answer.error : undefined
}

/** An address of the simulator, for the bot that the page shows. */
export function address(path: string): string {
  const bot = chosenBot()
  if (bot === undefined) return path
  return `${path}${path.includes('?') ? '&' : '?'}bot=${bot}`
}

export const readState = (): Promise<SimulatorState> => ask(address('/sim/state'))
export const readChats = (): Promise<ChatLine[]> => ask(address('/page/chats'))
export const readPerson = (id: number): Promise<PersonDetails> => ask(address(`/sim/people/${id}`))
export const readMessages = (id: number): Promise<PhoneMessage[]> =>
  ask(address(`/sim/people/${id}/messages`))

export interface NewPerson {
  id: number
  firstName: string
  languageCode: string
}

export const createPerson = (profile: NewPerson): Promise<Person> =>
  ask(address('/sim/people'), profile)

export interface Acted {
  result: unknown
  person: Person
}

export const act = (id: number, action: Action): Promise<Acted> =>
  ask(address(`/sim/people/${id}/actions`), action)

export const fileAddress = (fileId: string): string => address(`/sim/files/${fileId}`)
