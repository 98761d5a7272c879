import type { Poll } from 'grammy/types'

import type { Bot, PollState } from './state.ts'
import { civilSeconds } from './state.ts'

/** The poll as the Bot API reports it: options in the order in which they were sent. */
export function pollWire(poll: PollState): Poll {
  const counts = poll.options.map(() => 0)
  let voters = 0
  for (const chosen of poll.votes.values()) {
    if (chosen.length > 0) voters += 1
    for (const position of chosen) counts[position] = (counts[position] ?? 0) + 1
  }
  const wire: Poll & { correct_option_id?: number } = {
    id: poll.id,
    question: poll.question,
    options: poll.options.map(({ persistentId, text, entities }, position) => ({
      persistent_id: persistentId,
      text,
      ...(entities.length > 0 && { text_entities: entities }),
      voter_count: counts[position] ?? 0,
    })),
    total_voter_count: voters,
    is_closed: poll.closed,
    is_anonymous: poll.anonymous,
    type: poll.quiz ? 'quiz' : 'regular',
    allows_multiple_answers: poll.multiple,
    allows_revoting: poll.revotable,
    members_only: false,
  }
  if (poll.questionEntities.length > 0) wire.question_entities = poll.questionEntities
  if (poll.openPeriod !== undefined) wire.open_period = poll.openPeriod
  if (poll.closeDate !== undefined) wire.close_date = poll.closeDate
  if (poll.quiz) {
    // Kept by the real server for bots from before Bot API 9.6.
    const [only] = poll.correct
    if (poll.correct.length === 1 && only !== undefined) wire.correct_option_id = only
    wire.correct_option_ids = [...poll.correct]
    if (poll.explanation !== '') {
      wire.explanation = poll.explanation
      wire.explanation_entities = poll.explanationEntities
    }
  }
  if (poll.description !== '') {
    wire.description = poll.description
    if (poll.descriptionEntities.length > 0) wire.description_entities = poll.descriptionEntities
  }
  return wire
}

/** As in updates about the poll alone, where its description is left out. */
export function pollUpdateWire(poll: PollState): Poll {
  const { description: _, description_entities: __, ...wire } = pollWire(poll)
  return wire
}

/** Closes a poll whose time is over; says whether it did. Telegram's own clock is civil time. */
export function closeIfDue(bot: Bot, poll: PollState): boolean {
  if (poll.closed || poll.closeDate === undefined) return false
  if (civilSeconds(bot.world) < poll.closeDate) return false
  poll.closed = true
  bot.timedPolls.delete(poll)
  bot.updates.push('poll', pollUpdateWire(poll), `poll ${poll.id}`)
  return true
}

/** Civil time moves without telling, so it is looked at when the bot asks for updates. */
export function closeDuePolls(bot: Bot): void {
  for (const poll of bot.timedPolls) {
    if (poll.closed) bot.timedPolls.delete(poll)
    else closeIfDue(bot, poll)
  }
}
