import type { JSX } from 'preact'

/** The karst hills of Maros behind the table; their light is that of the demo's hour (styles). */
export function Landscape(): JSX.Element {
  return (
    <div class="landscape" aria-hidden="true">
      <span class="orb" />
      <span class="hills far" />
      <span class="hills middle" />
      <span class="hills near" />
    </div>
  )
}
