import { render } from 'preact'
import { App } from './app.tsx'
import { followServer } from './state/live.ts'
import { followAddress } from './state/navigate.ts'
import { followSettings } from './state/settings.ts'

followSettings()
followAddress()
followServer()

const place = document.querySelector('#app')
if (place !== null) {
  // What stood there before the script did.
  place.replaceChildren()
  render(<App />, place)
}
