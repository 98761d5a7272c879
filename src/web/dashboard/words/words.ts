import type { id } from './id.ts'

/** The words of one language: the same keys, and texts that take the same. */
export type Words = Widened<typeof id>

type Widened<T> = T extends (...given: infer A) => string
  ? (...given: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widened<T[K]> }
