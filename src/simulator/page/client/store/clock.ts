import { computed, signal } from '@preact/signals'

/** Civil milliseconds: the simulator's clock, which the demo moves. */
export const now = signal(0)
/** An IANA zone. The demo's organisation has its own; otherwise the browser's is used. */
export const timezone = signal<string>(Intl.DateTimeFormat().resolvedOptions().timeZone)

export function setNow(iso: string): void {
  now.value = new Date(iso).getTime()
}

const STEP_MS = 5000

/** Lets the clock of a simulator without a demo go on between two words from it. */
export function keepTicking(isMoved: () => boolean): () => void {
  const timer = setInterval(() => {
    if (!isMoved() && now.peek() > 0) now.value += STEP_MS
  }, STEP_MS)
  return () => clearInterval(timer)
}

const hourFormat = computed(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      hour12: false,
      timeZone: timezone.value,
    }),
)

export type Phase = 'dawn' | 'day' | 'dusk' | 'night'

/** What the sky looks like at that time. */
export const phase = computed<Phase>(() => {
  if (now.value === 0) return 'day'
  const hour = Number(hourFormat.value.format(now.value))
  if (hour < 5 || hour >= 19) return 'night'
  if (hour < 8) return 'dawn'
  return hour < 17 ? 'day' : 'dusk'
})
