import { readCalendars } from '../../learning/index.ts'
import { findPeople, findPlaces, findUnit, placesLike, type Person } from '../../people/index.ts'
import { readRosterPerson, type RosterPerson } from '../../reports/index.ts'
import { isOutdated } from '../../rights/index.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { wordOf } from './roster.ts'
import { personOf, you } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

interface PersonArgs extends ViewBaseArgs {
  readonly personId: string
}

/** What a coordinator may know of somebody and do: never an answer, never a score. */
export const personCard: View<PersonArgs> = async (view, args) => {
  const { t, now } = view
  const { personId } = args
  const viewerId = personOf(view).id
  const calendars = await readCalendars(view.db)
  const person = await readRosterPerson(view.db, { viewerId, personId, now, calendars })
  if (person === undefined) return textMessage({ html: t('button-stale') }, args)
  const own = (await findPeople(view.db, [personId])).get(personId)
  return textMessage(
    {
      html: t('person-card', {
        name: person.name,
        unit: person.unit,
        facts: new Html(factsOf(view, person, own).join('\n')),
      }),
      // A standstill that the person asked for is the person's to end.
      buttons: own?.restrictedSince == null ? buttonsFor(view, personId, person) : [],
    },
    args,
  )
}

function factsOf(view: ViewContext, person: RosterPerson, own: Person | undefined): string[] {
  const { t, locale } = view
  const { state, leader, joinedAt, placeId, unconfirmed } = person
  const { timezone } = personOf(view)
  return [
    ...(joinedAt === null
      ? []
      : [t('person-joined', { date: dateText(new Date(joinedAt), timezone, locale) })]),
    // A leader's progress is seen by the leader alone.
    leader && state !== 'moved_away'
      ? t('person-leader')
      : t('person-state', {
          state:
            own?.restrictedSince == null ? t(`roster-is-${wordOf(state)}`) : t('person-restricted'),
        }),
    ...(own !== undefined && isOutdated(own, view.noticeVersion)
      ? [t('person-state', { state: t('person-notice') })]
      : []),
    t(placeId === null ? 'person-unlisted' : 'person-listed'),
    ...(unconfirmed ? [t('person-unconfirmed')] : []),
  ]
}

function buttonsFor({ t }: ViewContext, personId: string, person: RosterPerson): Button[][] {
  const id = shortId(personId)
  if (person.state === 'moved_away') {
    return [[{ text: t('button-person-back'), data: callbackData('personBack', id) }]]
  }
  return [
    ...(person.unconfirmed
      ? [[{ text: t('button-person-confirm'), data: callbackData('personConfirm', id) }]]
      : []),
    [{ text: t('button-person-transfer'), data: callbackData('personUnits', id) }],
    ...(person.placeId === null
      ? [[{ text: t('button-person-match'), data: callbackData('personMatch', id) }]]
      : [[{ text: t('button-person-release'), data: callbackData('personRelease', id) }]]),
    [{ text: t('button-person-away'), data: callbackData('personAway', id) }],
  ]
}

/** For whoever did it, with the way back. */
export const personTransferred: View<PersonArgs & { readonly fromId: string }> = async (
  view,
  args,
) => {
  const { personId, fromId } = args
  const person = (await findPeople(view.db, [personId])).get(personId)
  const unit = person?.unitId == null ? undefined : await findUnit(view.db, person.unitId)
  const back = callbackData('personTransfer', `${shortId(personId)}.${shortId(fromId)}`)
  return textMessage(
    {
      html: view.t('person-transferred', { name: person?.name ?? '', unit: unit?.name ?? '' }),
      buttons: [[{ text: view.t('button-undo'), data: back }]],
    },
    args,
  )
}

/** For the person, with the unit of the moment. */
export const transferTold: View<ViewBaseArgs> = async (view) => {
  const { unitId } = personOf(view)
  const unit = unitId === null ? undefined : await findUnit(view.db, unitId)
  return textMessage({
    html: view.t('transfer-told', { you: you(view), unit: unit?.name ?? '' }),
  })
}

/** Which place on the roster is theirs? Those whose names are like theirs. */
export const personMatch: View<PersonArgs> = async (view, args) => {
  const { t, db } = view
  const { personId } = args
  const person = (await findPeople(db, [personId])).get(personId)
  if (person === undefined) return textMessage({ html: t('button-stale') }, args)
  const ids = await placesLike(db, personOf(view).id, person)
  const back = {
    text: t('button-person-card'),
    data: callbackData('personCard', shortId(personId)),
  }
  const { name } = person
  if (ids.length === 0) {
    return textMessage({ html: t('person-match-none', { name }), buttons: [[back]] }, args)
  }
  const places = await findPlaces(db, ids)
  const give = ids.map((id) => ({
    text: clip(
      t('roster-doubt-yes', { name: new Html(places.get(id)?.name ?? '') }),
      BUTTON_LENGTH,
    ),
    data: callbackData('placeGive', `${shortId(personId)}.${id}`),
  }))
  return textMessage(
    { html: t('person-match', { name }), buttons: [...give.map((one) => [one]), [back]] },
    args,
  )
}
