/** Why a certificate was revoked; the public page says this much and nothing else. */
export const revocationReasons = ['mistake', 'facts', 'request', 'conduct'] as const
export type RevocationReason = (typeof revocationReasons)[number]
