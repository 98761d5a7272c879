import {
  checkCode,
  dayText,
  type PublicFacts,
  type RevocationReason,
} from '../../certificates/index.ts'
import { Html } from '../texts.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

const reasons = {
  mistake: 'revoked-mistake',
  facts: 'revoked-facts',
  request: 'revoked-request',
  conduct: 'revoked-conduct',
} as const satisfies Record<RevocationReason, string>

export function reasonText(view: ViewContext, reason: RevocationReason): Html {
  return new Html(view.t(reasons[reason]))
}

/** What a certificate's code says, for anybody: the same as on the public page. */
export const certificateChecked: View<
  ViewBaseArgs & { readonly code: string; readonly locale: 'id' | 'en' }
> = async (view, { code }) => {
  const checked = await checkCode(view.db, code, view.timezone)
  const { t, locale } = view
  switch (checked.kind) {
    case 'valid':
      return textMessage({ html: validText(view, checked.facts) })
    case 'revoked':
      return textMessage({
        html: t('check-revoked', {
          day: dayText(checked.on, locale),
          reason: reasonText(view, checked.reason),
        }),
      })
    case 'superseded':
      return textMessage({
        html: t('check-superseded', { number: checked.number, day: dayText(checked.on, locale) }),
      })
    case 'erased':
      return textMessage({ html: t('check-erased', { number: checked.number }) })
    case 'unknown':
      return textMessage({ html: t('check-unknown') })
    case 'malformed':
      return textMessage({ html: t('check-malformed') })
  }
}

function validText({ t, locale }: ViewContext, facts: PublicFacts): string {
  const { number, revision, name, unit, title, hours, organisation } = facts
  const html = t('check-valid', {
    number: revision === 1 ? number : new Html(t('check-revision', { number, revision })),
    name,
    unit,
    track: title[locale],
    completed: dayText(facts.completedOn, locale),
    issued: dayText(facts.issuedOn, locale),
    organisation: organisation.join(', '),
  })
  return hours === null
    ? html
    : `${html}\n${t('check-hours', { jp: hours.jp, basis: hours.basis })}`
}
