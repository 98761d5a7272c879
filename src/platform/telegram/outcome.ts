import { GrammyError, HttpError } from 'grammy'
import { ProxyError } from './proxy.ts'

/** What became of one call to Telegram. */
export type CallOutcome =
  | { readonly kind: 'ok'; readonly result: unknown }
  /** The person cannot be reached: blocked the bot, deactivated, never started it. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Too fast: nothing may be sent for that long. */
  | { readonly kind: 'rate_limited'; readonly retryAfterMs: number }
  /** Telegram will never take this request. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Telegram cannot read the formatting; it may take the same words without. */
  | { readonly kind: 'misformatted'; readonly reason: string }
  /** The group has become a supergroup, which has another id. */
  | { readonly kind: 'moved'; readonly chatId: number; readonly reason: string }
  /** The token is not valid (any more). */
  | { readonly kind: 'unauthorized'; readonly reason: string }
  /** Surely not accepted, and worth another try later. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** Sent, but no answer came: it may have been accepted or not. */
  | { readonly kind: 'uncertain'; readonly reason: string }

/** Descriptions of 400 that mean the chat is out of reach rather than the message wrong. */
const unreachable400 = /chat not found|user not found|PEER_ID_INVALID|bot can't initiate/i

/** An edit or deletion that has nothing left to do is done. */
const alreadyDone400 = /message is not modified|message to delete not found/i

/**
 * "can't parse entities: …" for marks and for entities (telegram-bot-api, Client.cpp), and what
 * Telegram's own servers say of entities, such as ENTITY_BOUNDS_INVALID.
 */
const misformatted400 = /entit(?:y|ies)|can't find end/i

/**
 * Connection errors raised before a request was written, so that it cannot have been accepted; those
 * of a certificate among them, such as that of a proxy which reads along.
 */
const neverSent =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|CERT_|_CERT|UNABLE_TO_(?:GET|VERIFY)/

/**
 * Tells what an error of the Telegram client means for the ledger.
 * Source of the cases: tdlib/telegram-bot-api, Client.cpp; a 5xx comes from Telegram's front, before
 * the message is taken.
 */
export function outcomeOfError(error: unknown): CallOutcome {
  if (error instanceof GrammyError) return outcomeOfRefusal(error)
  if (error instanceof HttpError) {
    if (error.error instanceof ProxyError) {
      return { kind: 'unavailable', reason: error.error.message }
    }
    const reason = describe(error.error)
    return neverSent.test(reason) ? { kind: 'unavailable', reason } : { kind: 'uncertain', reason }
  }
  throw error
}

function outcomeOfRefusal(error: GrammyError): CallOutcome {
  const reason = error.description
  switch (error.error_code) {
    case 429:
      return { kind: 'rate_limited', retryAfterMs: (error.parameters.retry_after ?? 1) * 1000 }
    case 403:
      return { kind: 'unreachable', reason }
    case 401:
    case 404:
      return { kind: 'unauthorized', reason }
    case 400:
      return outcomeOf400(reason, error.parameters.migrate_to_chat_id)
    default:
      return error.error_code >= 500
        ? { kind: 'unavailable', reason: `${error.error_code} ${reason}` }
        : { kind: 'refused', reason: `${error.error_code} ${reason}` }
  }
}

function outcomeOf400(reason: string, movedTo: number | undefined): CallOutcome {
  if (movedTo !== undefined) return { kind: 'moved', chatId: movedTo, reason }
  if (alreadyDone400.test(reason)) return { kind: 'ok', result: true }
  if (unreachable400.test(reason)) return { kind: 'unreachable', reason }
  return { kind: misformatted400.test(reason) ? 'misformatted' : 'refused', reason }
}

/** Name and code alone: the message of a network error holds the URL, and that holds the token. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'network error'
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return `${error.name}${code}`
}
