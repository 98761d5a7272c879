import type { Settings } from '../learning/index.ts'
import type { Letterhead, Signatory } from './facts.ts'

type HeadSettings = Pick<
  Settings,
  | 'letterhead.line1'
  | 'letterhead.line2'
  | 'letterhead.address'
  | 'signatory.name'
  | 'signatory.position'
  | 'signatory.place'
  | 'signatory.nip'
>

/** Who issues: as it is set, or the organisation's name alone. */
export function letterheadOf(settings: HeadSettings, organisation: string): Letterhead {
  const { 'letterhead.line2': second, 'letterhead.address': address } = settings
  return {
    lines: [
      settings['letterhead.line1'] ?? organisation,
      ...(second === undefined ? [] : [second]),
    ],
    ...(address === undefined ? {} : { address }),
  }
}

/** Who signs; null until name, position and place are set: half of it would be worth nothing. */
export function signatoryOf(settings: HeadSettings): Signatory | null {
  const {
    'signatory.name': name,
    'signatory.position': position,
    'signatory.place': place,
    'signatory.nip': nip,
  } = settings
  if (name === undefined || position === undefined || place === undefined) return null
  return { name, position, place, ...(nip === undefined ? {} : { nip }) }
}
