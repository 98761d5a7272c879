/**
 * What a process does. `bot`: receives updates by polling, and handles what is in the inbox, with its
 * replies. `worker`: plans, reminds, feeds the queue and sends. `web`: the webhook, the health pages
 * and the pages of certificates.
 */
export const roles = ['bot', 'worker', 'web'] as const

export type Role = (typeof roles)[number]
