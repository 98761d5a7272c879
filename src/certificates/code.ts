import { randomBytes } from 'node:crypto'

/** 128 random bits in 22 characters, as a URL and Telegram's start payload take them. */
export function newCode(): string {
  return randomBytes(16).toString('base64url')
}

export function looksLikeCode(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text)
}

/** A start payload that asks about a certificate. */
const PREFIX = 'v_'

/** An invitation's code may begin with these signs too, and is told by its length. */
const INVITE_LENGTH = 22

/** @returns what follows the prefix, a code or not; undefined when the payload asks something else */
export function codeInPayload(payload: string): string | undefined {
  const asks = payload.startsWith(PREFIX) && payload.length !== INVITE_LENGTH
  return asks ? payload.slice(PREFIX.length) : undefined
}

export interface Reach {
  /** Where this server's pages are reached from outside; undefined: nowhere. */
  readonly publicUrl: string | undefined
  readonly botUsername: string
}

/** Where a sheet's QR code leads: the public page, or without one the bot, who answers anybody. */
export function verificationUrl(code: string, { publicUrl, botUsername }: Reach): string {
  if (publicUrl === undefined) return `https://t.me/${botUsername}?start=${PREFIX}${code}`
  return `${publicUrl.replace(/\/+$/, '')}/v/${code}`
}
