import type { JSX } from 'preact'
import { shown, trouble } from '../state/live.ts'
import { follow } from '../state/navigate.ts'
import { miniApp, texts } from '../state/settings.ts'

/** What is the matter with the connection, in a line that a screen reader says by itself. */
export function Status(): JSX.Element {
  const words = texts.value
  const now = trouble.value
  const isLost = now?.kind === 'lost'
  const said = isLost
    ? shown.value === undefined
      ? words.lostFirst
      : words.lost
    : now?.kind === 'not-now'
      ? (now.words ?? words.notNow)
      : undefined
  return (
    <div class="status" role="status">
      {said !== undefined && <p>{said}</p>}
    </div>
  )
}

export function Over(): JSX.Element {
  const words = texts.value
  return (
    <main>
      <div class="told" role="alert">
        <h1>{words.overTitle}</h1>
        <p>{miniApp === undefined ? words.over : words.overInApp}</p>
      </div>
    </main>
  )
}

export function Refused({ words: said }: { words: string | undefined }): JSX.Element {
  const words = texts.value
  return (
    <div class="told" role="alert">
      <h1>{words.refusedTitle}</h1>
      <p>{said ?? words.refused}</p>
      <button type="button" class="main" onClick={() => follow({ view: 'overview', asked: {} })}>
        {words.toOverview}
      </button>
    </div>
  )
}
