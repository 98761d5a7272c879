import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'

import { go } from '../store/connection.ts'
import { accepted, feed, loadFeed } from '../store/feed.ts'
import { nameOf, people } from '../store/people.ts'
import { openPhone } from '../store/phones.ts'
import { texts } from '../store/settings.ts'
import type { LedgerEntry } from '../store/types.ts'
import { timeText } from '../ui/format.ts'

/** The calls that the simulated Telegram took, newest first. */
export function Feed(): JSX.Element {
  const { behind: words } = texts.value
  useEffect(() => go(loadFeed()), [])
  return (
    <div class="ledger">
      <h3>
        {words.feed} {accepted.value > 0 && <small>{words.accepted(accepted.value)}</small>}
      </h3>
      <p class="ledger-lead">{feed.value.length === 0 ? words.feedNone : words.feedLead}</p>
      <ol class="feed">
        {feed.value.map((entry) => (
          <FeedLine key={entry.seq} entry={entry} />
        ))}
      </ol>
    </div>
  )
}

function FeedLine({ entry }: { entry: LedgerEntry }): JSX.Element {
  const { chatId } = entry
  const person = chatId === null ? undefined : people.value.get(chatId)
  return (
    <li>
      <time>{timeText(entry.at / 1000)}</time>
      <code>{entry.method}</code>
      {person !== undefined && (
        <button type="button" class="like-link" onClick={() => openPhone(person.id)}>
          {nameOf(person)}
        </button>
      )}
      {entry.text !== null && <span class="feed-text">{entry.text}</span>}
      {entry.responseDropped && <span class="bad">{texts.value.behind.dropped}</span>}
    </li>
  )
}
