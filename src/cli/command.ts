/** What a command gets, and gives: its exit code. */
export interface CommandContext {
  /** The arguments after the command's own words. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: (text: string) => unknown
  readonly stderr: (text: string) => unknown
}

export type Run = (context: CommandContext) => Promise<number>

/** A command as the overview shows it; its code is loaded when it is called. */
export interface Command {
  /** The words that call it, e.g. "unit add". */
  readonly name: string
  readonly usage: string
  readonly summary: string
  readonly load: () => Promise<Run>
}
