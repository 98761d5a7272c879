import type { JSX } from 'preact'
import { useState } from 'preact/hooks'

import { go } from '../store/connection.ts'
import { announceToAll, demo, moving, plug, setPlugged, unplugged } from '../store/demo.ts'
import type { Plug } from '../store/demo.ts'
import { becomePerson } from '../store/new-person.ts'
import { texts } from '../store/settings.ts'
import { count } from '../ui/format.ts'

type Announced = NonNullable<Plug['announcement']>

/** The announcement to everybody, the plug, and the account of both ledgers. */
export function PlugStep({ onPulled }: { onPulled: () => void }): JSX.Element | null {
  const { plug: words, start } = texts.value
  const admin = demo.value?.gallery.find(({ role }) => role === 'admin')
  const [asked, setAsked] = useState(false)
  const shown = plug.value
  if (shown === null) return null
  const { announcement, starting } = shown
  const off = unplugged.value
  const running = announcement !== null && !isOver(announcement)
  const once = (work: Promise<unknown>): void => {
    setAsked(true)
    go(work.finally(() => setAsked(false)))
  }
  return (
    <div class="plug">
      <div class="tour-buttons">
        <button
          type="button"
          class={running ? 'quiet' : 'main'}
          disabled={running || off || starting || moving.value || asked}
          onClick={() => once(announceToAll())}
        >
          {words.announce}
        </button>
        {off ? (
          <button
            type="button"
            class="main"
            disabled={asked}
            onClick={() => once(setPlugged(true))}
          >
            {words.plugIn}
          </button>
        ) : (
          <button
            type="button"
            class="pull"
            disabled={starting || asked}
            onClick={() => {
              onPulled()
              once(setPlugged(false))
            }}
          >
            {words.pull}
          </button>
        )}
        {admin !== undefined && announcement !== null && (
          <button type="button" class="quiet" onClick={() => go(becomePerson(admin))}>
            {start.be(admin.name)}
          </button>
        )}
      </div>
      <p class={`plug-power ${off ? 'off' : ''}`} role="status">
        {starting ? words.starting : shown.pid === null ? words.off : words.on(shown.pid)}
      </p>
      {moving.value && announcement === null && <p class="plug-note">{words.wait}</p>}
      {announcement !== null && (
        <Account {...announcement} off={off || starting} pulled={shown.pulls > 0} />
      )}
    </div>
  )
}

function isOver({ phase }: Announced): boolean {
  return phase === 'done' || phase === 'stopped'
}

function phaseText({ phase, off, pulled }: Announced & { off: boolean; pulled: boolean }): string {
  const { plug: words } = texts.value
  if (phase !== 'sending') return words.phases[phase]
  if (off) return words.halted
  return pulled ? words.goesOn : words.phases.sending
}

function Account(shown: Announced & { off: boolean; pulled: boolean }): JSX.Element {
  const { plug: words } = texts.value
  const { recipients, arrived, uncertain, uncertainArrived, open, twice, lost } = shown
  const over = isOver(shown)
  return (
    <div class="plug-account">
      <p class="plug-phase">{phaseText(shown)}</p>
      {recipients > 0 && (
        <>
          <progress max={recipients} value={arrived} aria-label={words.arrivedOf} />
          <dl>
            <Sum term={words.arrived} value={words.of(arrived, recipients)} />
            <Sum term={words.open} value={count(open)} />
            <Sum term={words.uncertain} value={count(uncertain)} />
            <Sum term={words.twice} value={count(twice)} />
            <Sum term={words.lost} value={count(lost)} mark={lost === 0 ? 'good' : 'bad'} />
          </dl>
          {over && shown.pulled && (
            <p class="plug-note">
              {uncertain === 0
                ? words.noneUncertain
                : words.someUncertain(uncertain, uncertainArrived)}
            </p>
          )}
        </>
      )}
    </div>
  )
}

function Sum({ term, value, mark }: { term: string; value: string; mark?: string }): JSX.Element {
  return (
    <div {...(mark !== undefined && { class: mark })}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
