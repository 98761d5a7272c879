/**
 * An error that a person can mend. `message` says what is wrong, `hint` how to mend it; both are
 * shown as they are, without a stack. Exceptions of any other class are bugs or outages.
 */
export class UserError extends Error {
  readonly hint: string | undefined

  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'UserError'
    this.hint = options.hint
  }
}

/**
 * The message of anything that was thrown: that of its innermost cause. The database layer wraps the
 * server's word into the whole query with its parameters, which are nobody's business in a log.
 */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // grammY's BotError keeps what a handler threw in `error`.
  const inner = error.cause ?? ('error' in error ? error.error : undefined)
  return inner instanceof Error ? messageOf(inner) : error.message
}
