/** Whom a change of the calendar concerns. */
export type Concerned =
  | { readonly everybody: true }
  | { readonly calendarIds: readonly string[] }
  | { readonly personIds: readonly string[] }
