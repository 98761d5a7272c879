import { renderBriefing } from '../../posters/index.ts'
import { readBriefing } from '../../reports/index.ts'
import { briefingTexts, civilText, madeOn } from './briefing-texts.ts'
import { you } from './person-texts.ts'
import { documentMessage } from './upload-message.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface BriefingArgs extends ViewBaseArgs {
  /** Somebody wished to have it now; otherwise it comes by itself on Mondays. */
  readonly asked?: boolean
}

/** The report for the head of the organisation, two pages to print: counts alone, and no names. */
export const briefing: View<BriefingArgs> = async (view, { asked = false }) => {
  const { t, locale, now, timezone, person } = view
  const { admin } = person === undefined ? { admin: false } : await view.rolesOf(person.id)
  // The role may have gone since it was planned.
  if (!admin) return asked ? textMessage({ html: t('admins-only') }) : { cancel: 'no admin' }
  if (!asked && view.onLeave) return { cancel: 'the admin is on leave' }
  const told = await readBriefing(view.db, view.catalogue, { now, timezone })
  if (told === undefined) {
    return asked ? textMessage({ html: t('briefing-nobody') }) : { cancel: 'nobody has joined' }
  }
  const bytes = await renderBriefing({ texts: briefingTexts(view, told), locale, madeAt: now })
  const span = { first: civilText(view, told.span.first), last: civilText(view, told.span.last) }
  return documentMessage({
    bytes,
    fileName: `${t('briefing-file', { day: madeOn(told) })}.pdf`,
    html: asked ? t('briefing', span) : t('briefing-monday', { ...span, you: you(view) }),
  })
}
