import type { Logger } from '../../platform/logger.ts'
import type { DemoOptions } from './read-options.ts'

export interface InteractiveParts {
  readonly options: DemoOptions
  readonly host: string
  /** The first port to try. */
  readonly port: number
  readonly log: Logger
  readonly tell: (line: string) => void
  /** Aborted to end it. */
  readonly signal: AbortSignal
  /** Sets what is done when the lessons are to be reloaded. */
  readonly onReload: (reload: () => Promise<unknown>) => void
}
