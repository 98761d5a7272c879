import { useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { Breadcrumb } from './parts/breadcrumb.tsx'
import { Filters } from './parts/filters.tsx'
import { Facts } from './parts/facts.tsx'
import { PanelOf } from './parts/panel.tsx'
import { Skeleton } from './parts/skeleton.tsx'
import { TabPanel, Tabs } from './parts/tabs.tsx'
import { Over, Refused, Status } from './parts/told.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { shown, trouble, waiting } from './state/live.ts'
import { place, wantsFocus } from './state/navigate.ts'
import { texts } from './state/settings.ts'

export function App(): JSX.Element {
  useSignalEffect(() => {
    const words = shown.value?.view
    document.title = [words?.title, words?.scope, texts.value.title].filter(Boolean).join(' · ')
  })
  if (trouble.value?.kind === 'over') return <Over />
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        {texts.value.skip}
      </a>
      <TopBar />
      <Tabs />
      <Filters />
      <Status />
      <TabPanel>
        {trouble.value?.kind === 'refused' ? <Refused words={trouble.value.words} /> : <Shown />}
      </TabPanel>
    </>
  )
}

/** What stands behind the # is Telegram's: so the focus is moved by hand. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#content')?.focus()
}

function Shown(): JSX.Element {
  const found = shown.value
  // Of another tab nothing is kept on the page: its words would be taken for those of this one.
  if (found === undefined || found.view.name !== place.value.view) return <Skeleton />
  const { view } = found
  return (
    <div class={`shown ${waiting.value ? 'is-waiting' : ''}`} aria-busy={waiting.value}>
      <Breadcrumb />
      <Heading title={view.title} scope={view.scope} period={view.period.words} />
      <Facts facts={view.facts} />
      <div class="panels">
        {view.panels.map((panel) => (
          <PanelOf key={`${view.name}/${panel.id}`} panel={panel} view={view} />
        ))}
      </div>
      {view.facts.length === 0 && view.panels.length === 0 && (
        <p class="empty">{texts.value.nothing}</p>
      )}
      {view.notes.length > 0 && (
        <aside class="notes">
          <h2>{texts.value.notes}</h2>
          <ul>
            {view.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  )
}

interface HeadingProps {
  readonly title: string
  readonly scope: string
  readonly period: string
}

/** Takes the focus after a step, so that a screen reader begins where the new things begin. */
function Heading({ title, scope, period }: HeadingProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null)
  useSignalEffect(() => {
    if (waiting.value || !wantsFocus.value) return
    wantsFocus.value = false
    heading.current?.focus({ preventScroll: true })
  })
  return (
    <header class="heading">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>
        <b>{scope}</b> · {period}
      </p>
    </header>
  )
}
