import { barsPicture, numberText } from '../../../pictures/index.ts'
import {
  FEWEST_PEOPLE,
  periodNamed,
  reportTrackInUnits,
  reportTracks,
  topUnits,
  type Rate,
  type TrackInUnit,
} from '../../../reports/index.ts'
import { placeData, type Place } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { markOf } from '../../unit-wish.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import {
  fewText,
  OUT_OF_REACH,
  seenFresh,
  titleOf,
  unitOf,
  whereText,
  type SeenPage,
} from './seen.ts'
import {
  periodButtons,
  periodFor,
  periodText,
  rateText,
  todayOf,
  turnButtons,
  type StatsArgs,
} from './shared.ts'
import { trackTitle } from './tracks.ts'

const PAGE = 5
const NAME = 40

/** One track in the units right below one, who is furthest behind first; each a step further down. */
export const statsTrack: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, unitOf(args))
  if (seen === undefined) return OUT_OF_REACH
  const period = periodFor(view, args)
  const place: Place = {
    period: args.period,
    ...unitOf(args),
    ...(args.track === undefined ? {} : { track: args.track }),
  }
  const back: Button[] = [
    {
      text: view.t('button-stats-tracks'),
      data: placeData('statsTracks', { period: args.period, ...unitOf(args) }),
    },
  ]
  const few = await fewText(view, seen, args)
  if (few !== undefined) return textMessage({ html: few, buttons: [back] })
  const whole = (await reportTracks(view.db, seen.group, period)).find(
    ({ trackId }) => markOf(trackId) === args.track,
  )
  if (whole === undefined) {
    const html = view.t('stats-tracks-none', { period: whereText(view, seen, args) })
    return textMessage({ html, buttons: [back] })
  }
  const { trackId } = whole
  const units = inOrder(await readUnits(view, seen, { args, trackId }))
  const page = pageOf(units, args.from ?? 0, PAGE)
  const shown = page.items.filter(isShown)
  const said = { first: page.first, last: page.last, total: units.length }
  const message = {
    fileName: view.t('stats-file'),
    html: view.t(units.length === 0 ? 'stats-track-alone' : 'stats-track-units', {
      ...said,
      name: trackTitle(view, trackId),
      period: whereText(view, seen, args),
      begun: new Html(rateText(view, { part: whole.begun, whole: whole.joined })),
      done: new Html(rateText(view, { part: whole.done, whole: whole.joined })),
      units: new Html(page.items.map((one) => lineOf(view, one)).join('\n')),
    }),
    buttons: [
      ...page.items
        .filter(({ unit }) => hasBelow(seen, unit.id))
        .map(({ unit }) => [
          {
            text: `${clip(unit.name, NAME)} ›`,
            data: placeData('statsTrack', { ...place, unitId: unit.id }),
          },
        ]),
      ...turnButtons(view, 'statsTrack', { place, ...said, size: PAGE }),
      periodButtons(view, 'statsTrack', place),
      back,
    ],
  }
  if (shown.length === 0) return textMessage(message)
  return picturedMessage(view, {
    ...message,
    picture: () => {
      const name = trackTitle(view, trackId)
      const what = plainText(view.t('stats-track-picture', { period: periodText(view, args) }))
      const note = view.t('stats-track-note', said)
      const bars = shown.map((one) => barOf(view, one.unit.name, doneOf(one)))
      return barsPicture({
        title: titleOf(seen, name),
        subtitle: seen.everybody ? what : name,
        bars,
        note: barsNote(view, bars, seen.everybody ? note : `${what}. ${note}`),
      })
    },
  })
}

function readUnits(
  view: ViewContext,
  { reach, unit }: SeenPage,
  { args, trackId }: { readonly args: StatsArgs; readonly trackId: string },
): Promise<TrackInUnit[]> {
  const tops = topUnits(reach)
  const above = unit ?? (tops.length > 1 ? undefined : tops[0])
  const shown =
    above === undefined ? tops : reach.units.filter(({ parentId }) => parentId === above.id)
  return reportTrackInUnits(view.db, {
    units: reach.units,
    shown,
    trackId,
    period: periodFor(view, args),
    ever: periodNamed('all', todayOf(view)),
  })
}

function hasBelow({ reach }: SeenPage, unitId: string): boolean {
  return reach.units.some(({ parentId }) => parentId === unitId)
}

function isShown({ people, joined }: TrackInUnit): boolean {
  return people >= FEWEST_PEOPLE && joined >= FEWEST_PEOPLE
}

function doneOf({ done, joined }: TrackInUnit): Rate {
  return { part: done, whole: joined }
}

/** The smallest share first; of units with too few people, or none, nothing is said. */
function inOrder(units: readonly TrackInUnit[]): TrackInUnit[] {
  const share = (one: TrackInUnit): number => (isShown(one) ? one.done / one.joined : 2)
  return units.toSorted(
    (a, b) =>
      share(a) - share(b) || b.people - a.people || a.unit.name.localeCompare(b.unit.name, 'id'),
  )
}

function lineOf(view: ViewContext, one: TrackInUnit): string {
  const name = clip(one.unit.name, NAME)
  if (!isShown(one)) {
    return view.t('stats-unit-few', {
      name,
      people: numberText(Math.min(one.people, one.joined), view.locale),
    })
  }
  return view.t('stats-track-unit', {
    name,
    begun: new Html(rateText(view, { part: one.begun, whole: one.joined })),
    done: new Html(rateText(view, doneOf(one))),
  })
}
