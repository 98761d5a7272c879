import { computed, signal } from '@preact/signals'

import type { Bot } from './types.ts'

/** The bots of this simulator; the page shows one of them at a time. */
export const bots = signal<readonly Bot[]>([])

/** The id that the address of the page names; undefined for the first. */
export function chosenBot(): string | undefined {
  return new URLSearchParams(location.search).get('bot') ?? undefined
}

export const bot = computed<Bot | undefined>(
  () => bots.value.find(({ id }) => String(id) === chosenBot()) ?? bots.value[0],
)
