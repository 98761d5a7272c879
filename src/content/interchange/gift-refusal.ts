import type { Fault } from '../problem.ts'

/** Why a question is not taken: it is wrong, or it is right but nothing that this project can ask. */
export interface GiftRefusal {
  readonly kind: 'broken' | 'unsupported'
  readonly fault: Fault
}

export function broken(line: number, what: string, mend: string): GiftRefusal {
  return { kind: 'broken', fault: { line, what, mend } }
}

export function unsupported(line: number, what: string, mend: string): GiftRefusal {
  return { kind: 'unsupported', fault: { line, what, mend } }
}
