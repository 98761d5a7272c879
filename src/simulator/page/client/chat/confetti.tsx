import type { JSX } from 'preact'

const PIECES = Array.from({ length: 18 }, (_, at) => at)

/** A handful of paper for a right answer; people who asked for less motion see none (styles). */
export function Confetti(): JSX.Element {
  return (
    <span class="confetti" aria-hidden="true">
      {PIECES.map((at) => (
        <i key={at} style={{ '--at': at, '--turn': (at * 137) % 360 }} />
      ))}
    </span>
  )
}
