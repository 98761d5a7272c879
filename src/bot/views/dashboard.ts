import { Html } from '../texts.ts'
import type { PageLinkArgs } from './status.ts'
import { textMessage, type View } from './view.ts'

/**
 * The dashboard within Telegram, where this server is reached by https, and by a link in a browser.
 * The link's address stands in this message and nowhere else; Telegram's preview would open it.
 */
export const dashboard: View<PageLinkArgs> = ({ t, publicUrl, pageUrl }, { linkId }) => {
  const app = publicUrl?.startsWith('https://') === true ? appUrl(publicUrl) : undefined
  const lacks = publicUrl === undefined ? 'dashboard-local' : 'dashboard-no-app'
  return textMessage({
    html: [
      t('dashboard'),
      ...(app === undefined ? [] : [t('dashboard-app')]),
      t('dashboard-link', { url: new Html(pageUrl(linkId)) }),
      ...(app === undefined ? [t(lacks)] : []),
    ].join('\n\n'),
    ...(app === undefined ? {} : { buttons: [[{ text: t('button-dashboard'), webApp: app }]] }),
    protect: true,
  })
}

function appUrl(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/dasbor/`
}
