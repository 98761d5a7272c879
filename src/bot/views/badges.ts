import type { Badge } from '../../learning/index.ts'
import { Html } from '../texts.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export interface BadgesArgs extends ViewBaseArgs {
  readonly badges: readonly Badge[]
}

/** Badges that were just earned, on a line of their own. */
export const badges: View<BadgesArgs> = (view, args) =>
  textMessage({ html: earnedText(view, args.badges) })

/** What was earned and for what: once, and quietly. */
export function earnedText(view: Pick<ViewContext, 't'>, earned: readonly Badge[]): string {
  const named = earned.map((badge) =>
    view.t('badge-named', {
      badge: new Html(badgeName(view, badge)),
      reason: new Html(view.t(`badge-for-${badge}`)),
    }),
  )
  return view.t('badges-earned', {
    count: earned.length,
    badges: new Html(named.join('\n')),
  })
}

export function badgeName(view: Pick<ViewContext, 't'>, badge: Badge): string {
  return view.t(`badge-${badge}`)
}

/** Their names in a row. */
export function badgeNamesText(view: Pick<ViewContext, 't'>, some: readonly Badge[]): Html {
  return new Html(some.map((badge) => badgeName(view, badge)).join(' · '))
}
