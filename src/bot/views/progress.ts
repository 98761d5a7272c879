import {
  civilDay,
  leavesOf,
  lessonsInAll,
  listBadges,
  momentOf,
  readProgress,
  readRemembered,
  readStreak,
  seeNextMoment,
} from '../../learning/index.ts'
import type { Person } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { badgeNamesText } from './badges.ts'
import { hillText, nextArgs, nextSentence, personOf, you } from './person-texts.ts'
import { picturedMessage } from './pictured-message.ts'
import { progressPicture, type Standing } from './progress-picture.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Where the person stands, read when it is sent: a picture, and the same in words. */
export const progress: View<ViewBaseArgs> = async (view) => {
  const person = personOf(view)
  const found = await readProgress(view.db, person.id)
  if (found === undefined) return textMessage({ html: view.t('no-lessons') })
  const track = view.catalogue.tracks.find((candidate) => candidate.id === found.trackId)
  const next = await nextLine(view, person)
  if (found.had.length === 0) {
    return textMessage({ html: view.t('progress-none', { you: you(view), next }) })
  }
  const [streak, remembered, badges] = await Promise.all([
    readStreak(view.db, person.id, view.now),
    readRemembered(view.db, person.id),
    listBadges(view.db, person.id),
  ])
  const standing: Standing = {
    ...found,
    track: track?.title[view.locale] ?? found.trackId,
    // A lesson that was added after somebody's end counts once it has come.
    total: found.done ? found.had.length : lessonsInAll(view.catalogue, found.trackId, found.had),
    streak: streak.days,
    remembered,
    badges,
    next,
  }
  return picturedMessage(view, {
    picture: () => progressPicture(view, standing),
    fileName: view.t('progress-file'),
    html: inWords(view, standing),
    buttons: [[{ text: view.t('button-tracks'), data: callbackData('tracks') }]],
  })
}

/** All that the picture shows, the hill too: for a signal on which no picture comes. */
function inWords(view: ViewContext, standing: Standing): string {
  const { track, answered, correct, skipped, total, streak, remembered, badges, next } = standing
  const parts = [
    new Html(view.t('progress-title', { you: you(view), track })),
    new Html(`<pre>${hillText(standing, total)}</pre>`),
    new Html(
      view.t('progress', {
        answered,
        total,
        skipped,
        correct,
        streak,
        remembered: remembered.right,
        asked: remembered.answered,
      }),
    ),
    ...(badges.length === 0
      ? []
      : [new Html(view.t('progress-badges', { badges: badgeNamesText(view, badges) }))]),
    next,
  ]
  // What stands in a block of its own needs no empty line below it.
  return parts
    .map(({ html }) => html)
    .join('\n\n')
    .replace('</pre>\n\n', '</pre>\n')
}

async function nextLine(view: ViewContext, person: Person): Promise<Html> {
  const { timezone } = person
  if (person.paused) return pausedLine(view, view.t('pause-until-open'))
  if (view.onLeave) {
    const today = civilDay(timezone, view.now)
    const leaves = await leavesOf(view.db, person.id, today)
    const last = leaves.filter(({ firstDay }) => firstDay <= today).map(({ lastDay }) => lastDay)
    const day = momentOf(timezone, last.toSorted().at(-1) ?? today, 0)
    return pausedLine(
      view,
      view.t('pause-until-day', { day: dateText(day, timezone, view.locale) }),
    )
  }
  return nextSentence(view, nextArgs(await seeNextMoment(view.db, person.id, view.now)))
}

function pausedLine(view: ViewContext, until: string): Html {
  return new Html(view.t('progress-paused', { until: new Html(until) }))
}
