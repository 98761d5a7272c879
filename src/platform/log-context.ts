import { AsyncLocalStorage } from 'node:async_hooks'

/** On whose behalf something is done: ids alone, so that lines of one piece of work find together. */
export type LogContext =
  | { readonly updateId: number }
  /** Handled together, in one transaction. */
  | { readonly updateIds: readonly number[] }
  | { readonly requestId: string }
  | { readonly job: string; readonly jobId: string | undefined }

const contexts = new AsyncLocalStorage<LogContext | undefined>()

/**
 * Every line that is logged while `work` is done, and by what it leaves running, bears `context`.
 *
 * @param context undefined for what is done for several at once: whoever began it is not its cause
 */
export function loggedAs<T>(context: LogContext | undefined, work: () => T): T {
  return contexts.run(context, work)
}

/** What the line that is about to be written bears. */
export function logContext(): LogContext | undefined {
  return contexts.getStore()
}
