import { badRequest } from '../refusal.ts'
import { formatText } from '../text/format-text.ts'
import type { FindUser, FormattedText } from '../text/types.ts'
import { wireOf } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Bot, PollState } from '../world/state.ts'
import { askPace, deliver, newWire } from './deliver.ts'
import { flag, integer, looseJson, text } from './params.ts'
import type { Params } from './params.ts'
import {
  checkCorrect,
  POLL_LIMITS,
  readCorrect,
  readExplanation,
  readOptions,
  readQuestion,
} from './poll-input.ts'
import { readSendOptions } from './send-options.ts'
import type { Call, Outcome } from './types.ts'

/** Seconds: about a month (Bot API, sendPoll). */
const MAX_OPEN_PERIOD_S = 2_628_000
const MIN_OPEN_PERIOD_S = 5
const NO_TEXT: FormattedText = { text: '', entities: [] }

export function sendPoll({ bot, params }: Call): Outcome {
  const findUser: FindUser = (id) => bot.people.get(id)?.user
  const question = readQuestion(params, findUser)
  const options = readOptions(params, findUser)
  const description = readDescription(params, findUser)
  const type = text(params, 'type')
  if (type !== '' && type !== 'regular' && type !== 'quiz') {
    throw badRequest('Unsupported poll type specified')
  }
  const quiz = type === 'quiz'
  const explanation = quiz ? readExplanation(params, findUser) : NO_TEXT
  const correct = quiz ? readCorrect(params) : []
  const send = readSendOptions(bot, params)
  if (quiz) checkCorrect(correct, options.length)
  const multiple = flag(params, 'allows_multiple_answers')
  if (quiz && correct.length > 1 && !multiple) throw badRequest('QUIZ_CORRECT_ANSWERS_TOO_MUCH')
  const close = readClose(bot, params)
  askPace(bot, send.chat)

  const poll: PollState = {
    id: bot.world.random.digits(19),
    chatId: send.chat.id,
    question: question.text,
    questionEntities: question.entities,
    options: options.map((option) => ({
      persistentId: bot.world.random.token(8),
      text: option.text,
      entities: option.entities,
    })),
    quiz,
    correct,
    explanation: explanation.text,
    explanationEntities: explanation.entities,
    description: description.text,
    descriptionEntities: description.entities,
    anonymous: flag(params, 'is_anonymous', true),
    multiple,
    revotable: flag(params, 'allows_revoting', !quiz),
    shuffle: flag(params, 'shuffle_options'),
    hideResults: flag(params, 'hide_results_until_closes'),
    protected: send.protect,
    ...close,
    closed: flag(params, 'is_closed'),
    votes: new Map(),
  }
  bot.polls.set(poll.id, poll)
  if (poll.closeDate !== undefined) bot.timedPolls.add(poll)
  const wire = newWire(bot, send)
  const stored = deliver(bot, send, wire, poll)
  return {
    result: wireOf(bot, stored),
    effect: {
      chatId: send.chat.id,
      messageId: wire.message_id,
      kind: 'poll',
      text: poll.question,
      pollId: poll.id,
      silent: send.silent,
    },
  }
}

function readDescription(params: Params, findUser: FindUser): FormattedText {
  const description = formatText(
    text(params, 'description'),
    text(params, 'description_parse_mode'),
    looseJson(params, 'description_entities'),
    findUser,
  )
  if (description.text.length > POLL_LIMITS.description) {
    throw badRequest('Message caption is too long')
  }
  return description
}

/** A period goes before a date, as in td. */
function readClose(
  bot: Bot,
  params: Params,
): { openPeriod: number | undefined; closeDate: number | undefined } {
  const now = civilSeconds(bot.world)
  const period = integer(params, 'open_period', 0, 0, MAX_OPEN_PERIOD_S)
  const date = integer(params, 'close_date', 0)
  const seconds = period > 0 ? period : date === 0 ? 0 : date - now
  if (seconds === 0) return { openPeriod: undefined, closeDate: undefined }
  if (seconds < MIN_OPEN_PERIOD_S || seconds > MAX_OPEN_PERIOD_S) {
    throw badRequest('POLL_CLOSE_DATE_INVALID')
  }
  return { openPeriod: seconds, closeDate: now + seconds }
}
