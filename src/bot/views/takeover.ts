import { findPeople, findTakeover, findUnit, seenLast, type Person } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { nextSentence, personOf, you, type NextArgs } from './person-texts.ts'
import { standingText } from './standing.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

interface TakeoverArgs extends ViewBaseArgs {
  readonly takeoverId: number
}

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** Asks a coordinator whether a new account is somebody's; of the old place, no answer and no score. */
export const takeoverAsked: View<TakeoverArgs> = async (view, args) => {
  const takeover = await findTakeover(view.db, args.takeoverId)
  if (takeover?.state !== 'asked') return { cancel: 'decided meanwhile' }
  const people = await findPeople(view.db, takeover.candidates)
  const seen = await seenLast(view.db, takeover.candidates)
  const places = takeover.candidates.flatMap((id, index) => {
    const person = people.get(id)
    return person === undefined ? [] : [{ person, index }]
  })
  const unit = takeover.unitId === null ? undefined : await findUnit(view.db, takeover.unitId)
  return textMessage({
    html: view.t('takeover-asked', {
      unit: unit?.name ?? '',
      places: new Html(
        places.map(({ person }) => placeLine(view, person, seen.get(person.id))).join('\n'),
      ),
    }),
    buttons: [
      ...places.map(({ person, index }) => [
        {
          // A button's text is plain: what was escaped for HTML would show its signs.
          text: clip(view.t('takeover-yes', { name: new Html(person.name) }), BUTTON_LENGTH),
          data: callbackData('takeoverYes', `${takeover.id}.${index}`),
        },
      ]),
      [{ text: view.t('button-takeover-no'), data: callbackData('takeoverNo', takeover.id) }],
    ],
  })
}

function placeLine(view: ViewContext, { name, joinedAt }: Person, seen: Date | undefined): string {
  const { timezone } = personOf(view)
  const date = (moment: Date | null | undefined): string =>
    moment === null || moment === undefined ? '–' : dateText(moment, timezone, view.locale)
  return view.t('takeover-place', { name, joined: date(joinedAt), seen: date(seen) })
}

/** For the coordinator who confirmed it. */
export const takeoverDone: View<TakeoverArgs> = async (view, args) => {
  const takeover = await findTakeover(view.db, args.takeoverId)
  const id = takeover?.personId ?? ''
  const place = id === '' ? undefined : (await findPeople(view.db, [id])).get(id)
  return textMessage(
    {
      html: view.t('takeover-done', { name: place?.name ?? '' }),
      buttons: [
        [{ text: view.t('button-undo'), data: callbackData('takeoverUndo', args.takeoverId) }],
      ],
    },
    args,
  )
}

/** For the person, in the new chat. */
export const takeoverWelcome: View<ViewBaseArgs & { next: NextArgs }> = async (view, args) => {
  const standing = await standingText(view)
  return textMessage({
    html: view.t('takeover-welcome', {
      you: you(view),
      standing: standing === undefined ? '' : ` ${standing}`,
      next: nextSentence(view, args.next),
    }),
    ...(args.next.kind === 'open'
      ? {}
      : { buttons: [[{ text: view.t('button-lesson-now'), data: callbackData('today') }]] }),
  })
}
