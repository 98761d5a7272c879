import type { JSX } from 'preact'
import { signal } from '@preact/signals'

import { go } from '../store/connection.ts'
import { demo, moveClock, moving, ROLES, unplugged } from '../store/demo.ts'
import type { Role, Step as Move } from '../store/demo.ts'
import { askAs, becomePerson } from '../store/new-person.ts'
import { behindOpen } from '../store/behind.ts'
import { openPhone } from '../store/phones.ts'
import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'
import { Invite } from './invite.tsx'
import { PlugStep } from './plug-step.tsx'

/** Each role of the gallery, and what has no phone of its own. */
type Step = Role | 'plug'

const visited = signal<ReadonlySet<Step>>(new Set())
const openStep = signal<Step>('newcomer')

/** What else a step is about, beside its phone. */
const MOVES: Partial<Record<Step, Move>> = {
  mid_course: 'morning',
  lagging: 'week',
  coordinator: 'hour',
}

/** A step for each role, and one for the pulled plug, in any order. */
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
        {[...steps, 'plug' as const].map((step, at) => (
          <TourStep key={step} step={step} number={at + 1} />
        ))}
      </ol>
      <Invite />
    </section>
  )
}

function TourStep({ step, number }: { step: Step; number: number }): JSX.Element {
  const { tour: words } = texts.value
  const open = openStep.value === step
  const done = visited.value.has(step)
  return (
    <li class={`tour-step ${open ? 'open' : ''} ${done ? 'done' : ''}`}>
      <button
        type="button"
        class="tour-head"
        aria-expanded={open}
        onClick={() => {
          openStep.value = step
        }}
      >
        <span class="tour-number" aria-hidden="true">
          {done ? <Icon name="check" size={14} /> : number}
        </span>
        <span class="tour-title">{words.steps[step].title}</span>
        <span class="visually-hidden">
          {words.step(number)}
          {done && `, ${words.done}`}
        </span>
      </button>
      {open && (
        <div class="tour-body">
          <p>{words.steps[step].text}</p>
          {step === 'plug' ? (
            <PlugStep onPulled={() => visit(step)} />
          ) : (
            <RoleButtons role={step} />
          )}
        </div>
      )}
    </li>
  )
}

function visit(step: Step): void {
  visited.value = new Set(visited.value).add(step)
}

function RoleButtons({ role }: { role: Role }): JSX.Element {
  const { tour: words, start, time, behind } = texts.value
  const one = demo.value?.gallery.find((person) => person.role === role)
  const move = MOVES[role]
  const crew = role === 'coordinator' ? (demo.value?.crew ?? []) : []
  return (
    <div class="tour-buttons">
      {one !== undefined && (
        <button
          type="button"
          class="main"
          onClick={() => {
            visit(role)
            go(becomePerson(one))
          }}
        >
          {start.be(one.name)}
        </button>
      )}
      {one !== undefined &&
        role === 'admin' &&
        words.asks.map((text) => (
          <button
            key={text}
            type="button"
            class="quiet"
            onClick={() => {
              visit(role)
              go(askAs(one, text))
            }}
          >
            {words.ask(text)}
          </button>
        ))}
      {crew.length > 0 && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            for (const id of crew) openPhone(id, { read: true })
          }}
        >
          {words.crew(crew.length)}
        </button>
      )}
      {move !== undefined && (
        <button
          type="button"
          class="quiet"
          disabled={moving.value || unplugged.value}
          onClick={() => go(moveClock(move))}
        >
          {time[move]}
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
          {behind.title}
        </button>
      )}
    </div>
  )
}
