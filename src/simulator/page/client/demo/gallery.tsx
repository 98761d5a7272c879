import type { JSX } from 'preact'

import { go } from '../store/connection.ts'
import { demo, moving } from '../store/demo.ts'
import { becomePerson } from '../store/new-person.ts'
import { locale, texts } from '../store/settings.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icons.tsx'
import { NewPhoneCard } from './new-phone-card.tsx'

/** The people whom a visitor can be. */
export function Gallery(): JSX.Element | null {
  const { start: words } = texts.value
  const gallery = demo.value?.gallery ?? []
  if (gallery.length === 0) return null
  return (
    <section class="gallery" aria-labelledby="gallery-title">
      <h2 id="gallery-title">{words.who}</h2>
      <p class="section-lead" role="status">
        {moving.value ? <Living /> : words.whoLead}
      </p>
      <ul>
        {gallery.map((one) => (
          <li key={one.id}>
            <a
              class="role-card"
              href={`#role=${one.role}`}
              data-role={one.role}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                go(becomePerson(one))
              }}
            >
              <span class="role-line">
                <Icon name={one.role} size={18} />
                {words.roles[one.role]}
              </span>
              <span class="role-person">
                <Avatar id={one.id} name={one.name} />
                <span>
                  <b>{one.name}</b>
                  <span>{one.title[locale.value]}</span>
                </span>
              </span>
              <span class="role-story">{one.story[locale.value]}</span>
              <span class="visually-hidden">{words.be(one.name)}</span>
            </a>
          </li>
        ))}
        <li>
          <NewPhoneCard />
        </li>
      </ul>
    </section>
  )
}

/** While time passes by itself, above all in the first minutes, when the history is lived. */
function Living(): JSX.Element {
  return (
    <span class="living">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {texts.value.time.living(demo.value?.cohort ?? 0)}
    </span>
  )
}
