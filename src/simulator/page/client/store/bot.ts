import { computed, signal } from '@preact/signals'

import type { Bot } from './types.ts'

/** The bots of this simulator; the page shows one of them at a time. */
export const bots = signal<readonly Bot[]>([])

const wanted = new URLSearchParams(location.search).get('bot')

/** The id that the address of the page names; undefined for the first. */
export function chosenBot(): string | undefined {
  return wanted ?? undefined
}

export const bot = computed<Bot | undefined>(
  () => bots.value.find(({ id }) => String(id) === wanted) ?? bots.value[0],
)
