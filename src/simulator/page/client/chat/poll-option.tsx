import type { JSX } from 'preact'

import { texts } from '../store/settings.ts'
import type { PhonePoll, PhonePollOption } from '../store/types.ts'
import { Icon } from '../ui/icons.tsx'
import { RichText } from './rich-text.tsx'

interface OpenOptionProps {
  option: PhonePollOption
  multiple: boolean
  chosen: boolean
  /** The vote for it is on its way. */
  busy: boolean
  disabled: boolean
  onTap(): void
}

export function OpenOption(props: OpenOptionProps): JSX.Element {
  const { option, multiple, chosen, busy } = props
  return (
    <button
      type="button"
      class={`poll-option ${chosen ? 'chosen' : ''}`}
      disabled={props.disabled}
      {...(multiple && { 'aria-pressed': chosen })}
      onClick={props.onTap}
    >
      <span class={`poll-mark ${multiple ? 'square' : ''} ${busy ? 'busy' : ''}`}>
        {multiple && chosen && <Icon name="check" size={14} />}
      </span>
      <span class="poll-text">
        <RichText text={option.text} entities={option.entities} />
      </span>
    </button>
  )
}

/** An option with its share; in a quiz also whether it was the right one. */
export function ClosedOption({
  option,
  poll,
}: {
  option: PhonePollOption
  poll: PhonePoll
}): JSX.Element {
  const { poll: words } = texts.value
  const share = poll.voters === 0 ? 0 : (option.voters ?? 0) / poll.voters
  const percent = Math.round(share * 100)
  const known = option.voters !== undefined
  const judged = poll.quiz && option.correct !== undefined
  const wrong = judged && option.chosen && option.correct !== true
  const tone = wrong ? 'wrong' : judged && option.correct === true ? 'right' : ''
  const notes = [
    option.chosen ? words.yourChoice : '',
    judged && option.correct === true ? words.correctOption : '',
  ].filter(Boolean)
  return (
    <li class={`poll-result ${tone} ${option.chosen ? 'chosen' : ''}`}>
      <span class="visually-hidden">
        {known ? words.option(option.text, percent) : option.text}
        {notes.length > 0 && `, ${notes.join(', ')}`}
      </span>
      <span class="poll-percent" aria-hidden="true">
        {known ? `${percent}%` : ''}
      </span>
      <span class="poll-badge" aria-hidden="true">
        {option.chosen || tone === 'right' ? (
          <Icon name={wrong ? 'close' : 'check'} size={12} />
        ) : null}
      </span>
      <span class="poll-text" aria-hidden="true">
        <RichText text={option.text} entities={option.entities} />
      </span>
      <span class="poll-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${Math.max(share, 0.012)})` }} />
      </span>
    </li>
  )
}
