import type { Catalogue } from '../../../content/index.ts'
import { barsPicture, numberText } from '../../../pictures/index.ts'
import { FEWEST_PEOPLE, reportTracks, type Rate, type TrackReport } from '../../../reports/index.ts'
import { placeData } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { markOf } from '../../unit-wish.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import { fewText, OUT_OF_REACH, placeOf, seenFresh, titleOf, whereText } from './seen.ts'
import {
  periodButtons,
  periodFor,
  periodText,
  rateText,
  turnButtons,
  type StatsArgs,
} from './shared.ts'

const PAGE = 5
const TITLE = 44

/** Each track: who began it, of those who joined, and who is through with it. */
export const statsTracks: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, args)
  if (seen === undefined) return OUT_OF_REACH
  const place = placeOf(seen, args)
  const last = lastRow(view, args)
  const few = await fewText(view, seen, args)
  if (few !== undefined) return textMessage({ html: few, buttons: [last] })
  const all = await reportTracks(view.db, seen.group, periodFor(view, args))
  const tracks = inOrder(view.catalogue, all)
  const periods = periodButtons(view, 'statsTracks', place)
  const period = whereText(view, seen, args)
  if (tracks.length === 0) {
    const html = view.t('stats-tracks-none', { period })
    return textMessage({ html, buttons: [periods, last] })
  }
  const page = pageOf(tracks, args.from ?? 0, PAGE)
  const { items } = page
  const said = { first: page.first, last: page.last, total: tracks.length }
  const shown = items.filter(({ begun }) => begun >= FEWEST_PEOPLE)
  const message = {
    fileName: view.t('stats-file'),
    html: view.t('stats-tracks', {
      ...said,
      period,
      joined: numberText(tracks[0]?.joined ?? 0, view.locale),
      tracks: new Html(items.map((one) => lineOf(view, one)).join('\n')),
    }),
    buttons: [
      // By role nothing is kept of units.
      ...(args.role === undefined ? items.map((one) => [trackButton(view, args, one)]) : []),
      ...turnButtons(view, 'statsTracks', { place, ...said, size: PAGE }),
      periods,
      last,
    ],
  }
  if (shown.length === 0) return textMessage(message)
  return picturedMessage(view, {
    ...message,
    picture: () => {
      const bars = shown.map((one) => barOf(view, trackTitle(view, one.trackId), doneOf(one)))
      return barsPicture({
        title: titleOf(seen, view.t('stats-tracks-title')),
        subtitle: plainText(view.t('stats-tracks-picture', { period: periodText(view, args) })),
        bars,
        note: barsNote(view, bars, view.t('stats-tracks-note')),
      })
    },
  })
}

/** As they stand in the catalogue; tracks that are live no more come last, by their id. */
function inOrder({ tracks }: Catalogue, all: readonly TrackReport[]): TrackReport[] {
  const places = new Map(tracks.map(({ id }, place) => [id, place]))
  const place = ({ trackId }: TrackReport): number => places.get(trackId) ?? places.size
  return all.toSorted((a, b) => place(a) - place(b) || (a.trackId < b.trackId ? -1 : 1))
}

/** As people know it; of one that is live no more, its id. */
export function trackTitle({ catalogue, locale }: ViewContext, trackId: string): string {
  const track = catalogue.tracks.find(({ id }) => id === trackId)
  return clip(track?.title[locale] ?? trackId, TITLE)
}

function doneOf({ begun, done }: TrackReport): Rate {
  return { part: done, whole: begun }
}

function lineOf(view: ViewContext, one: TrackReport): string {
  if (one.begun < FEWEST_PEOPLE) {
    return view.t('stats-unit-few', {
      name: trackTitle(view, one.trackId),
      people: numberText(one.begun, view.locale),
    })
  }
  return view.t('stats-track', {
    name: trackTitle(view, one.trackId),
    begun: new Html(rateText(view, { part: one.begun, whole: one.joined })),
    done: new Html(rateText(view, doneOf(one))),
  })
}

function trackButton(
  view: ViewContext,
  { period, unitId }: StatsArgs,
  { trackId }: TrackReport,
): Button {
  const unit = unitId === undefined ? {} : { unitId }
  return {
    text: `${trackTitle(view, trackId)} ›`,
    data: placeData('statsTrack', { period, ...unit, track: markOf(trackId) }),
  }
}

function lastRow({ t }: ViewContext, { period, role, unitId }: StatsArgs): Button[] {
  const place = { period, ...(unitId === undefined ? {} : { unitId }) }
  if (role === undefined) {
    return [{ text: t('button-stats-whole'), data: placeData('statsOverview', place) }]
  }
  return [
    { text: t('button-stats-lessons'), data: placeData('statsLessons', { period, role }) },
    { text: t('button-stats-roles'), data: placeData('statsRoles', { period }) },
  ]
}
