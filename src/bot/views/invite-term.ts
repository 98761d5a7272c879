import { findUnit, type StandingInvite } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** What of an invitation can be chosen: for how many days from now, or for how many people. */
export type InviteTerm = 'days' | 'uses'

/** A day for a meeting, a year at the most; one person, or a large agency. */
const terms: Readonly<Record<InviteTerm, readonly number[]>> = {
  days: [1, 7, 30, 90, 365],
  uses: [1, 10, 50, 100, 500, 2000],
}

/** In the place of a number: nothing is changed after all. */
export const KEEP = 'keep'

/** Days that the code of a poster may last: too short a code to stand for longer than two weeks. */
export const posterDays: readonly number[] = [1, 3, 7, 14]

export interface AskPosterDaysArgs extends ViewBaseArgs {
  readonly unitId: string
}

/** For how long, before it is printed on the page? */
export const askPosterDays: View<AskPosterDaysArgs> = async (view, { unitId }) => {
  const { t, db } = view
  const unit = await findUnit(db, unitId)
  const buttons = posterDays.map((count) => ({
    text: t('button-invite-days-of', { count }),
    data: callbackData('invitePoster', `${shortId(unitId)}.${count}`),
  }))
  return textMessage({
    html: t('ask-poster-days', { unit: unit?.name ?? '' }),
    buttons: [buttons.slice(0, 2), buttons.slice(2)],
  })
}

/** Whoever has come by a link is not sent away: it is for more people than that. */
export function offeredTerms({ uses }: Pick<StandingInvite, 'uses'>, what: InviteTerm): number[] {
  return terms[what].filter((number) => what === 'days' || number > uses)
}

const words = {
  days: { button: 'button-invite-days-of', data: 'inviteDays', question: 'ask-invite-days' },
  uses: { button: 'button-invite-uses-of', data: 'inviteUses', question: 'ask-invite-uses' },
} as const

export interface AskInviteTermArgs extends ViewBaseArgs {
  readonly code: string
  readonly what: InviteTerm
  /** How many have come by it so far. */
  readonly uses: number
}

/** For how long, or for how many? */
export const askInviteTerm: View<AskInviteTermArgs> = ({ t }, args) => {
  const { code, what, uses } = args
  const { button, data, question } = words[what]
  const buttons = offeredTerms({ uses }, what).map((count) => ({
    text: t(button, { count }),
    data: callbackData(data, `${code}.${count}`),
  }))
  return textMessage(
    {
      html: t(question, { uses }),
      buttons: [
        ...[buttons.slice(0, 3), buttons.slice(3)].filter((row) => row.length > 0),
        [{ text: t('button-invite-keep'), data: callbackData(data, `${code}.${KEEP}`) }],
      ],
    },
    args,
  )
}
