import type { JSX } from 'preact'
import { signal } from '@preact/signals'

import { go } from '../store/connection.ts'
import { demo, moveClock, moving, ROLES } from '../store/demo.ts'
import type { Role, Step } from '../store/demo.ts'
import { becomePerson } from '../store/new-person.ts'
import { behindOpen } from '../store/behind.ts'
import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'
import { Invite } from './invite.tsx'

const visited = signal<ReadonlySet<Role>>(new Set())
const openStep = signal<Role>('newcomer')

/** What else a step is about, beside its phone. */
const MOVES: Partial<Record<Role, Step>> = { mid_course: 'morning', lagging: 'week' }

/** Five steps, one for each role, in any order. */
export function Tour(): JSX.Element | null {
  const { tour: words } = texts.value
  const gallery = demo.value?.gallery ?? []
  const steps = ROLES.filter((role) => gallery.some((one) => one.role === role))
  if (steps.length === 0) return null
  return (
    <section class="tour" aria-labelledby="tour-title">
      <h2 id="tour-title">{words.title}</h2>
      <p class="section-lead">{words.lead}</p>
      <ol>
        {steps.map((role, at) => (
          <TourStep key={role} role={role} number={at + 1} />
        ))}
      </ol>
      <Invite />
    </section>
  )
}

function TourStep({ role, number }: { role: Role; number: number }): JSX.Element {
  const { tour: words, start, time } = texts.value
  const one = demo.value?.gallery.find((person) => person.role === role)
  const step = words.steps[role]
  const open = openStep.value === role
  const done = visited.value.has(role)
  const move = MOVES[role]
  return (
    <li class={`tour-step ${open ? 'open' : ''} ${done ? 'done' : ''}`}>
      <button
        type="button"
        class="tour-head"
        aria-expanded={open}
        onClick={() => {
          openStep.value = role
        }}
      >
        <span class="tour-number" aria-hidden="true">
          {done ? <Icon name="check" size={14} /> : number}
        </span>
        <span class="tour-title">{step.title}</span>
        <span class="visually-hidden">
          {words.step(number)}
          {done && `, ${words.done}`}
        </span>
      </button>
      {open && (
        <div class="tour-body">
          <p>{step.text}</p>
          <div class="tour-buttons">
            {one !== undefined && (
              <button
                type="button"
                class="main"
                onClick={() => {
                  visited.value = new Set(visited.value).add(role)
                  go(becomePerson(one))
                }}
              >
                {start.be(one.name)}
              </button>
            )}
            {move !== undefined && (
              <button
                type="button"
                class="quiet"
                disabled={moving.value}
                onClick={() => go(moveClock(move))}
              >
                {move === 'week' ? time.week : time.morning}
              </button>
            )}
            {role === 'admin' && (
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  behindOpen.value = true
                }}
              >
                {texts.value.behind.title}
              </button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}
