import type { JSX } from 'preact'
import { useState } from 'preact/hooks'

import { QrCode } from '../qr/qr-code.tsx'
import { go } from '../store/connection.ts'
import { demo } from '../store/demo.ts'
import { newPhone, suggestedName } from '../store/new-person.ts'
import { texts } from '../store/settings.ts'
import { copyText } from '../ui/copy-text.ts'
import { Icon } from '../ui/icons.tsx'

/**
 * The demo's invitation: its link, and a code that opens a new phone on this table. A camera that
 * reads it is led to this page, so that a guest's own device becomes that phone.
 */
export function Invite(): JSX.Element | null {
  const { start: words } = texts.value
  const [copied, setCopied] = useState(false)
  const invite = demo.value?.invite
  if (invite === undefined) return null
  const local = /^(?:localhost|127\.|\[::1\])/u.test(location.hostname)
  return (
    <section class="invite" aria-labelledby="invite-title">
      <button
        type="button"
        class="invite-code"
        aria-label={words.openByCode}
        title={words.openByCode}
        onClick={() => go(newPhone(suggestedName(), invite.code))}
      >
        <QrCode text={`${location.origin}/#start=${invite.code}`} />
      </button>
      <div>
        <h2 id="invite-title">{words.invite}</h2>
        <p class="section-lead">{local ? words.inviteLocal : words.inviteLead}</p>
        <button
          type="button"
          class="quiet"
          onClick={() => go(copyText(invite.link).then(setCopied))}
        >
          <Icon name={copied ? 'check' : 'copy'} size={16} />
          {copied ? words.copied : words.copy}
        </button>
      </div>
    </section>
  )
}
