import { z } from 'zod'

import type { SimulatedPerson } from '../people/person.ts'
import { simulatedPerson } from '../people/person.ts'
import { personOf, privateChat } from '../world/chats.ts'
import { tellPerson } from '../world/members.ts'
import { parseBody, queryNumber } from './read-body.ts'
import { ControlError } from './types.ts'
import type { ControlCall } from './types.ts'

const profile = z.strictObject({
  id: z.int().positive(),
  firstName: z.string().min(1).max(64),
  lastName: z.string().max(64).exactOptional(),
  username: z
    .string()
    .regex(/^[A-Za-z]\w{3,31}$/u)
    .exactOptional(),
  languageCode: z
    .string()
    .regex(/^[a-z]{2}(?:-[A-Za-z]{2,4})?$/u)
    .exactOptional(),
})

/** What the app makes of the marks that one types; see `typed-marks.ts` of the page. */
const marks = z.array(
  z.strictObject({
    type: z.enum(['bold', 'italic', 'strikethrough', 'spoiler', 'code']),
    offset: z.int().nonnegative(),
    length: z.int().positive(),
  }),
)

const file = {
  kind: z.enum(['photo', 'video', 'document']),
  fileName: z.string().min(1).max(255),
  mimeType: z.string().min(1).max(127),
  /** Base64. */
  content: z.base64(),
  caption: z.string().exactOptional(),
  captionEntities: marks.exactOptional(),
}

const options = z.union([z.string(), z.array(z.string())])

const action = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('start'), payload: z.string().exactOptional() }),
  z.strictObject({
    action: z.literal('text'),
    text: z.string(),
    replyTo: z.int().exactOptional(),
    entities: marks.exactOptional(),
  }),
  z.strictObject({ action: z.literal('file'), ...file }),
  z.strictObject({ action: z.literal('album'), files: z.array(z.strictObject(file)).min(2) }),
  z.strictObject({ action: z.literal('contact'), phoneNumber: z.string() }),
  z.strictObject({ action: z.literal('edit'), messageId: z.int(), text: z.string() }),
  z.strictObject({ action: z.literal('delete'), messageId: z.int() }),
  z.strictObject({ action: z.literal('press'), messageId: z.int(), button: z.string() }),
  z.strictObject({ action: z.literal('vote'), messageId: z.int(), options }),
  z.strictObject({ action: z.literal('voteInPoll'), pollId: z.string(), options }),
  z.strictObject({
    action: z.literal('react'),
    messageId: z.int(),
    emoji: z.string().nullable(),
  }),
  z.strictObject({ action: z.literal('block') }),
  z.strictObject({ action: z.literal('unblock') }),
  z.strictObject({ action: z.literal('deactivate') }),
  z.strictObject({ action: z.literal('online'), online: z.boolean() }),
])

export function listPeople({ bot }: ControlCall): unknown {
  return Array.from(bot.people.values(), (person) => summary(simulatedPerson(bot, person)))
}

export function createPerson({ bot, body }: ControlCall): unknown {
  const person = personOf(bot, parseBody(profile, body))
  privateChat(bot, person)
  tellPerson(bot, person)
  return summary(simulatedPerson(bot, person))
}

export function showPerson(call: ControlCall): unknown {
  const person = personCalled(call)
  return {
    ...summary(person),
    commands: person.commands(),
    callbackAnswers: person.callbackAnswers(),
  }
}

/** All that the phone shows, or with `?after=` what is newer than that message. */
export function personMessages(call: ControlCall): unknown {
  const after = queryNumber(call.url, 'after')
  const messages = personCalled(call).messages()
  return after === undefined ? messages : messages.filter(({ id }) => id > after)
}

export function actAsPerson(call: ControlCall): unknown {
  const person = personCalled(call)
  return { result: act(person, parseBody(action, call.body)) ?? null, person: summary(person) }
}

function act(person: SimulatedPerson, wanted: z.infer<typeof action>): unknown {
  switch (wanted.action) {
    case 'start':
      return person.start(wanted.payload)
    case 'text': {
      const { action: _, text, ...options } = wanted
      return person.sendText(text, options)
    }
    case 'file': {
      const { action: _, content, ...file } = wanted
      return person.sendFile({ ...file, content: Buffer.from(content, 'base64') })
    }
    case 'album':
      return person.sendAlbum(
        wanted.files.map((one) => ({ ...one, content: Buffer.from(one.content, 'base64') })),
      )
    case 'contact':
      return person.sendContact(wanted.phoneNumber)
    case 'edit':
      return person.editText(wanted.messageId, wanted.text)
    case 'delete':
      return person.deleteMessage(wanted.messageId)
    case 'press':
      return person.press(wanted.messageId, wanted.button)
    case 'vote':
      return person.vote(wanted.messageId, wanted.options)
    case 'voteInPoll':
      return person.voteInPoll(wanted.pollId, wanted.options)
    case 'react':
      return person.react(wanted.messageId, wanted.emoji)
    case 'block':
      return person.block()
    case 'unblock':
      return person.unblock()
    case 'deactivate':
      return person.deactivate()
    case 'online':
      return person.setOnline(wanted.online)
  }
}

function personCalled({ bot, id }: ControlCall): SimulatedPerson {
  const person = bot.people.get(Number(id))
  if (person === undefined) throw new ControlError(404, `there is no person ${id}`)
  return simulatedPerson(bot, person)
}

export function summary(person: SimulatedPerson): Record<string, unknown> {
  return {
    id: person.id,
    firstName: person.firstName,
    username: person.username ?? null,
    languageCode: person.languageCode ?? null,
    online: person.online,
    blocked: person.blocked,
    deactivated: person.deactivated,
    started: person.started,
    lastMessageId: person.messages().at(-1)?.id ?? null,
  }
}
