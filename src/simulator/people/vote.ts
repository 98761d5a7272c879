import { closeIfDue, pollUpdateWire } from '../world/poll.ts'
import type { Bot, Person, PollState } from '../world/state.ts'
import { isRight } from './phone.ts'

export interface VoteResult {
  pollId: string
  /** Positions in the order in which the bot sent the options. */
  optionIds: number[]
  /** In a quiz whether it was right, otherwise null. */
  right: boolean | null
  /** What the phone shows then; empty when there is none. */
  explanation: string
}

/**
 * A person's answer to a poll; no option takes the vote back. Throws what the phone would not let
 * one do, in td's words (PollManager.cpp, set_poll_answer).
 */
export function castVote(
  bot: Bot,
  person: Person,
  poll: PollState,
  chosen: readonly string[],
): VoteResult {
  closeIfDue(bot, poll)
  const optionIds = chosen.map((text) => {
    const position = poll.options.findIndex((option) => option.text === text)
    if (position === -1) throw new Error(`the poll has no option "${text}"`)
    return position
  })
  if (poll.closed) throw new Error("can't answer a closed poll")
  if (optionIds.length > 1 && !poll.multiple) {
    throw new Error("can't choose more than 1 option in the poll")
  }
  const before = poll.votes.get(person.user.id) ?? []
  if (!poll.revotable && optionIds.length === 0) throw new Error("can't retract vote in the poll")
  if (!poll.revotable && before.length > 0) throw new Error("can't revote in the poll")
  const sorted = [...new Set(optionIds)].sort((a, b) => a - b)
  poll.votes.set(person.user.id, sorted)
  tellBotOfVote(bot, person, poll, sorted)
  return {
    pollId: poll.id,
    optionIds: sorted,
    right: poll.quiz ? isRight(poll, sorted) : null,
    explanation: poll.quiz ? poll.explanation : '',
  }
}

/** Answers carry no chat; anonymous ones are not reported at all, only the counts are. */
function tellBotOfVote(bot: Bot, person: Person, poll: PollState, optionIds: number[]): void {
  if (!poll.anonymous) {
    bot.updates.push(
      'poll_answer',
      {
        poll_id: poll.id,
        user: person.user,
        option_ids: optionIds,
        option_persistent_ids: optionIds.map((id) => poll.options[id]?.persistentId ?? ''),
      },
      `poll ${poll.id}`,
    )
  }
  bot.updates.push('poll', pollUpdateWire(poll), `poll ${poll.id}`)
}
