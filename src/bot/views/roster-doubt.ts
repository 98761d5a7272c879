import { findDoubt, findPeople, findPlaces, findUnit } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** Asks a coordinator which place on the roster is somebody's. */
export const rosterDoubt: View<ViewBaseArgs & { readonly doubtId: number }> = async (
  view,
  { doubtId },
) => {
  const { t, db } = view
  const doubt = await findDoubt(db, doubtId)
  if (doubt?.state !== 'asked') return { cancel: 'decided meanwhile' }
  const person = (await findPeople(db, [doubt.personId])).get(doubt.personId)
  if (person === undefined) return { cancel: 'the person is gone' }
  const places = await findPlaces(db, doubt.candidates)
  const unit = person.unitId === null ? undefined : await findUnit(db, person.unitId)
  const buttons = doubt.candidates.flatMap((id, index) => {
    const place = places.get(id)
    if (place === undefined || place.personId !== null) return []
    const text = clip(t('roster-doubt-yes', { name: new Html(place.name) }), BUTTON_LENGTH)
    return [[{ text, data: callbackData('placeYes', `${doubtId}.${index}`) }]]
  })
  if (buttons.length === 0) return { cancel: 'no place is left' }
  return textMessage({
    html: t('roster-doubt', { name: person.name, unit: unit?.name ?? '' }),
    buttons: [
      ...buttons,
      [{ text: t('button-roster-doubt-no'), data: callbackData('placeNo', doubtId) }],
    ],
  })
}

interface DoneArgs extends ViewBaseArgs {
  readonly personId: string
  readonly claimed: boolean
}

/** For whoever decided; the way back is one tap. */
export const rosterDoubtDone: View<DoneArgs> = async (view, args) => {
  const { t } = view
  const person = (await findPeople(view.db, [args.personId])).get(args.personId)
  const name = person?.name ?? ''
  if (!args.claimed) return textMessage({ html: t('roster-doubt-refused', { name }) }, args)
  return textMessage(
    {
      html: t('roster-doubt-claimed', { name }),
      buttons: [
        [{ text: t('button-undo'), data: callbackData('personRelease', shortId(args.personId)) }],
      ],
    },
    args,
  )
}
