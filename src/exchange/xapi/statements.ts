import { createHash } from 'node:crypto'

/** An answer, or a lesson that was done with its quiz, as the ledger has it. */
export interface Recorded {
  readonly kind: 'answered' | 'completed' | 'judged'
  /** Of its row. */
  readonly id: number
  readonly personId: string
  /** A question, or a lesson. */
  readonly objectId: string
  /** Of the question; null for a lesson. */
  readonly version: number | null
  readonly name: string
  /** None for a lesson. */
  readonly options: readonly { readonly key: string; readonly text: string }[]
  readonly key: string | null
  readonly response: string | null
  readonly success: boolean | null
  /** ISO 8601, in UTC. */
  readonly at: string
}

const VERBS = 'http://adlnet.gov/expapi/verbs/'
const ACTIVITIES = 'http://adlnet.gov/expapi/activities/'

/**
 * A learning record as an xAPI 1.0.3 statement. The actor is an account under a random id: no name, no
 * number. The statement's own id is made from what it is about, so that a second export of the same
 * answers changes nothing in the store that takes both.
 *
 * @param home the address under which this installation is known; ids of objects stand below it
 */
export function statementOf(recorded: Recorded, home: string, locale: 'id' | 'en'): object {
  const { kind, personId, objectId, success, at } = recorded
  const verb = kind === 'judged' ? (success === true ? 'passed' : 'failed') : kind
  return {
    id: uuidOf(`${home} ${kind} ${recorded.id}`),
    actor: { objectType: 'Agent', account: { homePage: home, name: personId } },
    verb: { id: `${VERBS}${verb}`, display: { 'en-US': verb } },
    object: {
      objectType: 'Activity',
      id:
        kind === 'answered'
          ? `${home}/xapi/questions/${objectId}/${recorded.version ?? 1}`
          : `${home}/xapi/lessons/${objectId}`,
      definition: kind === 'answered' ? interaction(recorded, locale) : lesson(recorded, locale),
    },
    ...resultOf(recorded),
    timestamp: at,
  }
}

function lesson({ kind, name }: Recorded, locale: 'id' | 'en'): object {
  const type = kind === 'judged' ? 'assessment' : 'lesson'
  return { type: `${ACTIVITIES}${type}`, name: { [locale]: name } }
}

function interaction({ name, options, key }: Recorded, locale: 'id' | 'en'): object {
  return {
    type: `${ACTIVITIES}cmi.interaction`,
    description: { [locale]: name },
    interactionType: 'choice',
    ...(key === null ? {} : { correctResponsesPattern: [key] }),
    choices: options.map((option) => ({
      id: option.key,
      description: { [locale]: option.text },
    })),
  }
}

function resultOf({ kind, success, response }: Recorded): object {
  if (kind === 'completed') return { result: { completion: true } }
  return {
    result: {
      ...(success === null ? {} : { success }),
      ...(response === null ? {} : { response }),
    },
  }
}

/** A UUID that is made from a text (version 8, RFC 9562: of our own making). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4] ?? '8'
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
