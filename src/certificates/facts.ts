/** Who issues, as it stands at the top of the sheet. */
export interface Letterhead {
  /** The organisation, one line or two. */
  readonly lines: readonly string[]
  readonly address?: string
}

export interface Signatory {
  readonly name: string
  readonly position: string
  /** Where it is signed; stands before the date. */
  readonly place: string
  /** The signatory's own NIP, 18 digits. */
  readonly nip?: string
}

/** Everything that is printed on one sheet. Days are civil, as 2026-11-24. */
export interface SheetFacts {
  readonly number: string
  readonly revision: number
  readonly name: string
  readonly nip?: string
  readonly unit: string
  readonly title: { readonly id: string; readonly en: string }
  readonly completedOn: string
  readonly issuedOn: string
  readonly printedOn: string
  /** Training hours with their legal basis; null: without. */
  readonly hours: { readonly jp: number; readonly basis: string } | null
  readonly letterhead: Letterhead
  readonly signatory: Signatory | null
  /** Where the QR code leads. */
  readonly url: string
}
