import type { JSX } from 'preact'

import { BottomNav } from './bottom-nav.tsx'
import { Behind } from './demo/behind.tsx'
import { Gallery } from './demo/gallery.tsx'
import { Tour } from './demo/tour.tsx'
import { TimeBar } from './demo/time-bar.tsx'
import { Hero } from './hero.tsx'
import { Landscape } from './landscape.tsx'
import { NewPhone } from './people/new-phone.tsx'
import { PeopleList } from './people/people-list.tsx'
import { Side } from './side.tsx'
import { OnePhone, Table } from './stage.tsx'
import { behindOpen } from './store/behind.ts'
import { phase } from './store/clock.ts'
import { connection, problem } from './store/connection.ts'
import { demo } from './store/demo.ts'
import { narrow, view } from './store/phones.ts'
import { texts } from './store/settings.ts'
import { TopBar, Settings } from './top-bar.tsx'
import { BotAvatar } from './ui/avatar.tsx'
import { Icon } from './ui/icons.tsx'

export function App(): JSX.Element {
  return (
    <div class={`app ${narrow.value ? 'narrow' : 'wide'}`} data-phase={phase.value}>
      <a class="skip" href="#phones" onClick={skip}>
        {texts.value.skipToPhones}
      </a>
      {narrow.value ? <Narrow /> : <Wide />}
      <Notices />
    </div>
  )
}

/** The address after # is taken by the phones: so the focus is moved by hand. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#phones')?.focus()
}

function Wide(): JSX.Element {
  return (
    <>
      <TopBar />
      <div class={`body ${behindOpen.value ? 'with-behind' : ''}`}>
        <Side />
        <Table />
        {behindOpen.value && <Behind />}
      </div>
    </>
  )
}

function Narrow(): JSX.Element {
  const place = view.value
  if (place === 'phone') return <OnePhone />
  return (
    <>
      <header class="narrow-top">
        <span class="brand">
          <BotAvatar />
          <b>Sedikit</b>
        </span>
        <Settings />
      </header>
      <TimeBar />
      <main class="narrow-body">
        {place === 'start' && <NarrowStart />}
        {place === 'people' && <PeopleList />}
        {place === 'behind' && <Behind />}
      </main>
      <BottomNav />
    </>
  )
}

function NarrowStart(): JSX.Element {
  const { start: words } = texts.value
  return (
    <div class="narrow-start">
      <div class="narrow-hero">
        <Landscape />
        <Hero />
      </div>
      <Gallery />
      <Tour />
      {demo.value !== null && (
        <section class="narrow-new">
          <h2>{words.newPhone}</h2>
          <p class="section-lead">{words.newPhoneLead}</p>
          <NewPhone />
        </section>
      )}
    </div>
  )
}

/** The page's own troubles, as opposed to those of the phones. */
function Notices(): JSX.Element {
  const words = texts.value
  return (
    <div class="notices" role="status">
      {connection.value === 'lost' && <p class="notice">{words.lost}</p>}
      {problem.value !== null && (
        <p class="notice">
          {problem.value}
          <button
            type="button"
            class="icon-button"
            aria-label={words.close}
            onClick={() => {
              problem.value = null
            }}
          >
            <Icon name="close" size={16} />
          </button>
        </p>
      )}
    </div>
  )
}
