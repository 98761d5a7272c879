import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Filter } from '../../../contract.ts'
import { presetOf } from '../forms/periods.ts'
import { shown } from '../state/live.ts'
import { place, refine } from '../state/navigate.ts'
import { changed } from '../state/place.ts'
import { forms, start, texts } from '../state/settings.ts'
import { Icon } from './icons.tsx'
import { PeriodDialog } from './period-dialog.tsx'
import { UnitDialog } from './unit-dialog.tsx'

/** Milliseconds of a pause in typing after which is searched. */
const PAUSE = 350

export function Filters(): JSX.Element | null {
  const words = texts.value
  const open = useSignal<'unit' | 'period' | undefined>(undefined)
  const close = (): void => {
    open.value = undefined
  }
  if (start.value === undefined) return null
  const view = shown.value?.view
  const filters = view?.name === place.value.view ? view.filters : []
  const { unit, from, to, track, state, search } = place.value.asked
  const isChosen = [unit, from, to, track, state, search].some((one) => one !== undefined)
  return (
    <div class="filters" role="group" aria-label={words.filters}>
      <button
        type="button"
        class="chip"
        aria-haspopup="dialog"
        data-chosen={unit !== undefined}
        onClick={() => (open.value = 'unit')}
      >
        <Icon name="unit" size={16} />
        <span class="visually-hidden">{words.unit}: </span>
        <span>{unitName(unit)}</span>
      </button>
      <button
        type="button"
        class="chip"
        aria-haspopup="dialog"
        data-chosen={from !== undefined}
        onClick={() => (open.value = 'period')}
      >
        <Icon name="period" size={16} />
        <span class="visually-hidden">{words.period}: </span>
        <span>{periodName(from, to)}</span>
      </button>
      {filters.map((filter) =>
        filter.options.length > 0 ? (
          <Choice key={filter.id} filter={filter} />
        ) : (
          <Search key={filter.id} filter={filter} />
        ),
      )}
      {isChosen && (
        <button type="button" class="clear" onClick={() => refine({})}>
          {words.clear}
        </button>
      )}
      {open.value === 'unit' && <UnitDialog onClose={close} />}
      {open.value === 'period' && <PeriodDialog onClose={close} />}
    </div>
  )
}

function unitName(id: string | undefined): string {
  if (id === undefined) return texts.value.allUnits
  return start.value?.units.find((unit) => unit.id === id)?.name ?? texts.value.unit
}

function periodName(from: string | undefined, to: string | undefined): string {
  const days = from === undefined || to === undefined ? undefined : { from, to }
  const preset = presetOf(days, start.value?.today ?? '')
  if (preset !== undefined) return texts.value.presets[preset]
  const { day } = forms.value
  return days === undefined ? texts.value.period : `${day(days.from)} – ${day(days.to)}`
}

function Choice({ filter: { id, label, options } }: { filter: Filter }): JSX.Element {
  const chosen = place.value.asked[id] ?? ''
  return (
    <label class="chip" data-chosen={chosen !== ''}>
      <span>{label}</span>
      <select
        value={chosen}
        onChange={(event) =>
          refine(changed(place.peek().asked, { [id]: event.currentTarget.value }))
        }
      >
        <option value="">{texts.value.all}</option>
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The first letter is a step to go back from; those after it only change the address. */
function Search({ filter: { id, label } }: { filter: Filter }): JSX.Element {
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const chosen = place.value.asked[id] ?? ''
  useEffect(() => {
    // What is being typed is not taken from under the fingers.
    if (field.current !== null && document.activeElement !== field.current) {
      field.current.value = chosen
    }
  }, [chosen])
  useEffect(() => () => clearTimeout(timer.current), [])
  function search(words: string): void {
    clearTimeout(timer.current)
    const before = place.peek().asked
    refine(changed(before, { [id]: words.trim() }), before[id] === undefined ? 'push' : 'replace')
  }
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        search(field.current?.value ?? '')
      }}
    >
      <input
        ref={field}
        type="search"
        class="field"
        placeholder={label}
        aria-label={label}
        defaultValue={chosen}
        onInput={(event) => {
          const words = event.currentTarget.value
          clearTimeout(timer.current)
          timer.current = setTimeout(() => search(words), PAUSE)
        }}
      />
    </form>
  )
}
