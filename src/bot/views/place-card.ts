import { findFreePlace, findUnit } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface PlaceCardArgs extends ViewBaseArgs {
  readonly placeId: number
}

/** A name on the roster under which nobody has joined yet. */
export const placeCard: View<PlaceCardArgs> = async (view, args) => {
  const { t, db } = view
  const place = await findFreePlace(db, personOf(view).id, args.placeId)
  if (place === undefined) return textMessage({ html: t('place-claimed') }, args)
  const unit = await findUnit(db, place.unitId)
  return textMessage(
    {
      html: t('place-card', { name: place.name, unit: unit?.name ?? '' }),
      buttons: [
        [{ text: t('button-place-remove'), data: callbackData('placeRemove', place.id) }],
        [{ text: t('button-roster-back'), data: callbackData('roster') }],
      ],
    },
    args,
  )
}

export interface PlaceRemovedArgs extends ViewBaseArgs {
  readonly removalId: number
  readonly name: string
}

export const placeRemoved: View<PlaceRemovedArgs> = ({ t }, args) =>
  textMessage(
    {
      html: t('place-removed', { name: args.name }),
      buttons: [
        [{ text: t('button-undo'), data: callbackData('placeRestore', args.removalId) }],
        [{ text: t('button-roster-back'), data: callbackData('roster') }],
      ],
    },
    args,
  )
