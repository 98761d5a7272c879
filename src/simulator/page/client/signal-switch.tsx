import type { JSX } from 'preact'

import { texts } from './store/settings.ts'
import { Icon } from './ui/icons.tsx'

interface SignalSwitchProps {
  online: boolean
  onChange(online: boolean): void
}

export function SignalSwitch({ online, onChange }: SignalSwitchProps): JSX.Element {
  const { phone: words } = texts.value
  return (
    <button
      type="button"
      class="signal-switch"
      role="switch"
      aria-checked={online}
      aria-label={words.signal}
      title={online ? words.signalOn : words.signalOff}
      onClick={() => onChange(!online)}
    >
      <Icon name={online ? 'signal' : 'signalOff'} size={17} />
      <span class="knob" aria-hidden="true" />
    </button>
  )
}
