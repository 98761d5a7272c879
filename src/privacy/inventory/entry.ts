/**
 * On what a processing rests (UU 27/2022, article 20): what the person agreed to; the organisation's
 * duty to train and to account for it; or that the service could not run or be safe without it.
 */
export type Basis = 'consent' | 'duty' | 'service'

/** What erasing a person does with the rows that are hers. */
export type Erasure =
  /** The rows are gone. */
  | 'deleted'
  /** The rows stay, and what told of her is emptied. */
  | 'cleared'
  /** The rows stay, and no longer lead to her. */
  | 'unlinked'
  /** The rows stay as they are: a random number that leads to nobody. */
  | 'kept'

export interface PersonalTable {
  /** What a row is, in plain words. */
  readonly what: string
  readonly basis: Basis
  /** How long. A name of `RETENTION_…` stands for the setting. */
  readonly kept: string
  readonly erasure: Erasure
  /** What has to be said about it beyond the word. */
  readonly note?: string
  /**
   * Which rows are hers, as a condition in SQL: `:person` is her random id, `:account` her number at
   * Telegram, which is her chat's as well. What she is shown and given is read by it, and after an
   * erasure it finds nothing (but what is kept).
   */
  readonly mine: string
  /** Columns that tell of a person, each with what it is. */
  readonly personal: Readonly<Record<string, string>>
  /** Personal columns that are not given out as they stand: secrets, or what is sealed. */
  readonly sealed?: readonly string[]
  /** The columns that tell of nobody, or only together with those. */
  readonly plain: string
}

/** A table in which nobody stands. */
export interface PlainTable {
  readonly what: string
  readonly plain: string
  /** Where a name may stand after all, though of no participant as such. */
  readonly note?: string
}

export type TableEntry = PersonalTable | PlainTable

export function isPersonal(entry: TableEntry): entry is PersonalTable {
  return 'personal' in entry
}

/** Every column that the inventory names of a table. */
export function columnsOf(entry: TableEntry): string[] {
  return [
    ...(isPersonal(entry) ? Object.keys(entry.personal) : []),
    ...entry.plain.split(/\s+/).filter((name) => name !== ''),
  ]
}
