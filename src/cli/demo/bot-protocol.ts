/** What the demo's bot needs to know before it begins; sent to its process once. */
export interface BotSettings {
  readonly token: string
  readonly telegramApiRoot: string
  readonly databaseUrl: string
  readonly databaseOwnerUrl: string
  /** Civil time at which it begins, ISO. */
  readonly now: string
  /** Bulk messages a second. */
  readonly sendRate: number
  readonly logLevel: string
  readonly dataDir: string
  /** Takes up the lessons whenever their files change. */
  readonly watch: boolean
}

/** What is asked of the bot's process; each is answered. */
export type Question =
  | { readonly do: 'tick' | 'reload' }
  | { readonly do: 'moveTo'; readonly to: string }

export type ToBot =
  | { readonly kind: 'start'; readonly settings: BotSettings }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  | { readonly kind: 'stop' }

export type FromBot =
  | { readonly kind: 'ready' }
  /** It could not begin, for a reason that a person can mend. */
  | { readonly kind: 'refused'; readonly message: string; readonly hint?: string }
  | {
      readonly kind: 'answer'
      readonly id: number
      /** Why it could not be done. */
      readonly error?: string
      /** Grows with every reload of the lessons. */
      readonly lessons: number
    }
