import { findPeople, findUnit, newcomersOf } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { escapeHtml, Html } from '../texts.ts'
import { clip } from './clip.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** Names in one message; who came after them is asked about once these are decided. */
const MOST_NEWCOMERS = 8

/** Who came by a poster's code, for those who know the people of the unit. */
export const newcomers: View<ViewBaseArgs & { readonly unitId: string }> = async (view, args) => {
  const { t, db } = view
  const { unitId } = args
  const came = await newcomersOf(db, personOf(view).id, { unitId, limit: MOST_NEWCOMERS })
  const last = came.at(-1)
  if (last === undefined) return { cancel: 'decided meanwhile' }
  const unit = await findUnit(db, unitId)
  const names = came.map(({ name }) => `• <b>${escapeHtml(name)}</b>`).join('\n')
  return textMessage({
    html: t('newcomers', { count: came.length, unit: unit?.name ?? '', names: new Html(names) }),
    buttons: [
      [
        {
          text: t('button-newcomers-yes', { count: came.length }),
          data: callbackData('newcomersYes', `${shortId(unitId)}.${last.since.getTime()}`),
        },
      ],
      ...came.map(({ id, name }) => [
        {
          text: clip(t('newcomers-no', { name: new Html(name) }), BUTTON_LENGTH),
          data: callbackData('newcomerNo', shortId(id)),
        },
      ]),
    ],
  })
}

/** For whoever marked it, with the way back. */
export const personMovedAway: View<ViewBaseArgs & { readonly personId: string }> = async (
  view,
  args,
) => {
  const { personId } = args
  const person = (await findPeople(view.db, [personId])).get(personId)
  return textMessage(
    {
      html: view.t('person-moved-away', { name: person?.name ?? '' }),
      buttons: [
        [{ text: view.t('button-undo'), data: callbackData('personBack', shortId(personId)) }],
      ],
    },
    args,
  )
}
