/** What the environment may say. Each field's meaning is in `variables` below, the contract in README. */
export interface Config {
  readonly botToken: string | undefined
  readonly telegramApiRoot: string
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  /** Where everything embedded keeps its data; the one folder that the program ever writes to. */
  readonly dataDir: string | undefined
  readonly redisUrl: string | undefined
  readonly publicUrl: string | undefined
  readonly webhookSecret: string | undefined
  /** Seals personal numbers (NIP) in the database; without it none is kept. */
  readonly dataSecret: string | undefined
  /** Opens /metrics to whoever has it; without it, to this machine alone. */
  readonly metricsToken: string | undefined
  readonly port: number
  /** Where a process that serves no pages says how it is; without one it does not. */
  readonly healthPort: number | undefined
  readonly host: string
  /** The proxy by which Telegram is reached, where it is https. */
  readonly httpsProxy: string | undefined
  /** Hosts that are reached without the proxy, as in NO_PROXY everywhere. */
  readonly noProxy: string | undefined
  readonly adminIds: readonly number[]
  readonly timezone: string
  readonly locale: 'id' | 'en'
  /** Bulk messages a second over all workers; `auto`: as many as Telegram takes for nothing. */
  readonly sendRate: number | 'auto'
  /** Updates of one person a minute that are taken, quiz answers not counted. */
  readonly updatesPerMinute: number
  /** Requests of one address a minute to what anybody may ask for; of pages five times as many. */
  readonly requestsPerMinute: number
  /** Proxies whose word on a visitor's address is taken: addresses, networks or names of kinds. */
  readonly trustedProxies: string
  /** Days for which what is named is kept; see docs/privacy.md. */
  readonly retentionMessagesDays: number
  readonly retentionStrangerDays: number
  readonly retentionWithdrawnDays: number
  readonly retentionAwayDays: number
  readonly retentionRemovalDays: number
  /** Where a backup goes each night; undefined: none is made. */
  readonly backupFolder: string | undefined
  /** Minutes after midnight in the organisation's zone. */
  readonly backupAt: number
  /** Nights of which the backups are kept. */
  readonly backupKeep: number
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}
