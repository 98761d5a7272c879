import { signal } from '@preact/signals'

/** Whether the side for the curious stands open, on a screen that has room for it. */
export const behindOpen = signal(false)
