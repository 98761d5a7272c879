import type { JSX } from 'preact'
import { useState } from 'preact/hooks'

import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import type { PhoneMessage, PhonePoll } from '../store/types.ts'
import { Icon } from '../ui/icons.tsx'
import { Confetti } from './confetti.tsx'
import { usePhone } from './context.ts'
import { perform, stopsOffline } from './do.ts'
import { ClosedOption, OpenOption } from './poll-option.tsx'
import { RichText } from './rich-text.tsx'

/** A native poll or quiz: one tap answers, and the result stands in its place. */
export function Poll({ message, poll }: { message: PhoneMessage; poll: PhonePoll }): JSX.Element {
  const phone = usePhone()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [sending, setSending] = useState(false)
  /** Answered by this hand just now: then a right answer is celebrated. */
  const [fresh, setFresh] = useState(false)
  const { poll: words } = texts.value
  const open = !poll.closed && !poll.answered

  function vote(options: readonly string[]): void {
    if (sending || stopsOffline(phone)) return
    setSending(true)
    setChosen(options)
    setFresh(true)
    go(
      perform(phone.chat, { action: 'vote', messageId: message.id, options: [...options] }).finally(
        () => {
          setSending(false)
          setChosen([])
        },
      ),
    )
  }
  function tap(option: string): void {
    if (!poll.multiple) vote([option])
    else if (chosen.includes(option)) setChosen(chosen.filter((one) => one !== option))
    else setChosen([...chosen, option])
  }

  const labelId = `poll-${phone.chat.id}-${message.id}`
  return (
    <div class={`poll ${poll.quiz ? 'quiz' : ''}`} role="group" aria-labelledby={labelId}>
      <p class="poll-question" id={labelId}>
        <RichText text={poll.question} entities={poll.questionEntities} />
      </p>
      <p class="poll-kind">{kindOf(poll)}</p>
      {open ? (
        <div class="poll-options">
          {poll.options.map((option) => (
            <OpenOption
              key={option.persistentId}
              option={option}
              multiple={poll.multiple}
              chosen={chosen.includes(option.text)}
              busy={sending && chosen.includes(option.text)}
              disabled={sending}
              onTap={() => tap(option.text)}
            />
          ))}
        </div>
      ) : (
        <ul class="poll-options">
          {poll.options.map((option) => (
            <ClosedOption key={option.persistentId} option={option} poll={poll} />
          ))}
        </ul>
      )}
      {poll.explanation !== undefined && (
        <aside class={`explanation ${poll.right === false ? 'after-wrong' : ''}`}>
          <Icon name="bulb" size={18} />
          <div>
            <b>{verdict(poll)}</b>
            <p>
              <RichText text={poll.explanation} entities={poll.explanationEntities ?? []} />
            </p>
          </div>
        </aside>
      )}
      <div class="poll-foot">
        {open && poll.multiple && chosen.length > 0 ? (
          <button type="button" class="poll-vote" disabled={sending} onClick={() => vote(chosen)}>
            {words.vote}
          </button>
        ) : (
          <span>{countOf(poll)}</span>
        )}
        {poll.answered && poll.revotable && !poll.closed && !poll.quiz && (
          <button type="button" class="poll-vote" disabled={sending} onClick={() => vote([])}>
            {words.retract}
          </button>
        )}
      </div>
      {fresh && poll.right === true && <Confetti />}
    </div>
  )
}

function kindOf(poll: PhonePoll): string {
  const { poll: words } = texts.value
  if (poll.closed) return words.closed
  if (poll.quiz) return poll.anonymous ? words.anonymousQuiz : words.quiz
  return poll.anonymous ? words.anonymousPoll : words.poll
}

function verdict(poll: PhonePoll): string {
  const { poll: words } = texts.value
  if (poll.right === undefined) return words.explanation
  return poll.right ? words.right : words.wrong
}

function countOf(poll: PhonePoll): string {
  const { poll: words } = texts.value
  if (poll.voters === 0) return words.none
  return poll.quiz ? words.answers(poll.voters) : words.votes(poll.voters)
}
