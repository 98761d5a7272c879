import type { JSX } from 'preact'

import { demo, ledgers } from '../store/demo.ts'
import type { Ledgers } from '../store/demo.ts'
import { texts } from '../store/settings.ts'
import { count, timeText } from '../ui/format.ts'
import { Feed } from './feed.tsx'
import { StateBar } from './state-bar.tsx'

/** A side view for the curious: the ledgers, the queue, the pace, and what Telegram took. */
export function Behind(): JSX.Element {
  const { behind: words } = texts.value
  const shown = ledgers.value
  return (
    <section class="behind" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p class="section-lead">{words.lead}</p>
      {demo.value !== null && shown === null && <p class="note">{words.none}</p>}
      {shown !== null && <Numbers ledgers={shown} />}
      <Feed />
    </section>
  )
}

function Numbers({ ledgers: shown }: { ledgers: Ledgers }): JSX.Element {
  const { behind: words } = texts.value
  return (
    <>
      <dl class="sums">
        <div>
          <dd>{count(shown.received)}</dd>
          <dt>{words.received}</dt>
        </div>
        <div class={shown.lost === 0 ? 'good' : 'bad'}>
          <dd>{count(shown.lost)}</dd>
          <dt>{words.lost}</dt>
        </div>
        <div>
          <dd>{count(shown.queue.depth)}</dd>
          <dt>{words.depth}</dt>
        </div>
      </dl>
      <StateBar
        title={words.inbox}
        lead={words.inboxLead}
        states={[
          ['new', shown.inbox.new],
          ['handled', shown.inbox.handled],
          ['passed', shown.inbox.passed],
          ['parked', shown.inbox.parked],
        ]}
      />
      <StateBar
        title={words.outbox}
        lead={words.outboxLead}
        states={[
          ['pending', shown.outbox.pending],
          ['sending', shown.outbox.sending],
          ['sent', shown.outbox.sent],
          ['uncertain', shown.outbox.uncertain],
          ['failed', shown.outbox.failed],
          ['cancelled', shown.outbox.cancelled],
        ]}
      />
      <div class="ledger">
        <h3>
          {words.queue} <small>{words.queueOn(shown.queue.kind)}</small>
        </h3>
        <h3>
          {words.pace} <small class={shown.pace.halted ? 'bad' : ''}>{paceText(shown.pace)}</small>
        </h3>
        <p class="ledger-lead">{words.perSecond(shown.pace.sendRate)}</p>
      </div>
    </>
  )
}

function paceText(pace: Ledgers['pace']): string {
  const { behind: words } = texts.value
  if (pace.halted) return words.halted
  if (pace.pausedUntil === null) return words.flowing
  return words.pausedUntil(timeText(new Date(pace.pausedUntil).getTime() / 1000))
}
