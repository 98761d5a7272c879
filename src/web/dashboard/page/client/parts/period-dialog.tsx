import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { periodOf, presetOf, PRESETS, type Period } from '../forms/periods.ts'
import { shown } from '../state/live.ts'
import { place, refine } from '../state/navigate.ts'
import { changed } from '../state/place.ts'
import { start, texts } from '../state/settings.ts'
import { Dialog } from './dialog.tsx'

export function PeriodDialog({ onClose }: { onClose(): void }): JSX.Element {
  const words = texts.value
  const today = start.value?.today ?? ''
  const { from: chosenFrom, to: chosenTo } = place.value.asked
  const period = periodIn(chosenFrom, chosenTo)
  const from = useSignal(chosenFrom ?? shown.value?.view.period.from ?? '')
  const to = useSignal(chosenTo ?? shown.value?.view.period.to ?? '')
  const isBackwards = from.value !== '' && to.value !== '' && from.value > to.value
  const choose = (days: Period | undefined): void => {
    onClose()
    refine(changed(place.peek().asked, days === undefined ? { from: '', to: '' } : { ...days }))
  }
  return (
    <Dialog title={words.period} onClose={onClose}>
      <div class="presets">
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={presetOf(period, today) === preset}
            onClick={() => choose(periodOf(preset, today))}
          >
            {words.presets[preset]}
          </button>
        ))}
      </div>
      <form
        class="dates"
        onSubmit={(event) => {
          event.preventDefault()
          choose({ from: from.value, to: to.value })
        }}
      >
        <label>
          {words.from}
          <input
            type="date"
            class="field"
            required
            max={today}
            value={from.value}
            onInput={(event) => {
              from.value = event.currentTarget.value
            }}
          />
        </label>
        <label>
          {words.to}
          <input
            type="date"
            class="field"
            required
            max={today}
            value={to.value}
            onInput={(event) => {
              to.value = event.currentTarget.value
            }}
          />
        </label>
        {isBackwards && <p role="alert">{words.backwards}</p>}
        <button class="main" disabled={isBackwards}>
          {words.show}
        </button>
      </form>
    </Dialog>
  )
}

const periodIn = (from: string | undefined, to: string | undefined): Period | undefined =>
  from === undefined || to === undefined ? undefined : { from, to }
