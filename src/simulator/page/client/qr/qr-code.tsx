import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'

import { encodeQr } from './encode.ts'

/** Light modules around a code, without which no camera finds it. */
const QUIET = 4

/** A QR code as one path; nothing when the text is too long for one. */
export function QrCode({ text }: { text: string }): JSX.Element | null {
  const rows = useMemo(() => encodeQr(text), [text])
  if (rows === undefined) return null
  const size = rows.length + 2 * QUIET
  const path = rows.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')),
  )
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <rect width={size} height={size} />
      <path d={path.join('')} />
    </svg>
  )
}
