import type { JSX } from 'preact'

import { go } from '../store/connection.ts'
import { now } from '../store/clock.ts'
import { demo, moveClock, moving, playing, setPlaying, unplugged } from '../store/demo.ts'
import type { Step } from '../store/demo.ts'
import { texts } from '../store/settings.ts'
import { longDate, timeText, zoneText } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'

const STEPS: readonly Step[] = ['hour', 'morning', 'week']

/** The demo's clock: what it says, and what moves it. */
export function TimeBar(): JSX.Element | null {
  if (demo.value === null) return null
  const { time: words } = texts.value
  const date = longDate(now.value)
  const clock = timeText(now.value / 1000)
  return (
    <section class={`time-bar ${moving.value ? 'moving' : ''}`} aria-label={words.label}>
      <p class="time-now" title={words.cohort(demo.value.cohort)}>
        <span class="time-clock">{clock}</span>
        <span class="time-date">
          {date}
          <abbr>{zoneText()}</abbr>
        </span>
      </p>
      <div class="time-buttons">
        {STEPS.map((step) => (
          <button
            type="button"
            key={step}
            class="time-step"
            disabled={moving.value || playing.value || unplugged.value}
            onClick={() => go(moveClock(step))}
          >
            {step === 'morning' ? (
              <>
                <span class="wide-only">{words.morning}</span>
                <span class="narrow-only">{words.morningShort}</span>
              </>
            ) : (
              words[step]
            )}
          </button>
        ))}
        <button
          type="button"
          class="time-play"
          aria-pressed={playing.value}
          aria-label={playing.value ? words.pause : words.play}
          title={playing.value ? words.pause : words.play}
          disabled={(moving.value || unplugged.value) && !playing.value}
          onClick={() => go(setPlaying(!playing.value))}
        >
          <Icon name={playing.value ? 'pause' : 'play'} size={18} />
        </button>
      </div>
      <p class="visually-hidden" role="status">
        {moving.value ? words.moving : words.now(`${date} ${clock}`)}
      </p>
    </section>
  )
}
