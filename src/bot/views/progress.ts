import { callbackData } from '../callback.ts'
import {
  civilDay,
  leavesOf,
  lessonsInAll,
  momentOf,
  readProgress,
  seeNextMoment,
  streak,
} from '../../learning/index.ts'
import { isPaused, type Person } from '../../people/index.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { hillText, nextArgs, nextSentence, personOf, you } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Where the person stands, read when it is sent. */
export const progress: View<ViewBaseArgs> = async (view) => {
  const person = personOf(view)
  const standing = await readProgress(view.db, person.id)
  if (standing === undefined) return textMessage({ html: view.t('no-lessons') })
  const track = view.catalogue.tracks.find((candidate) => candidate.id === standing.trackId)
  // A lesson that was added after somebody's end counts once it has come.
  const total = standing.done
    ? standing.had.length
    : lessonsInAll(view.catalogue, standing.trackId, standing.had)
  const next = await nextLine(view, person)
  if (standing.days.length === 0) {
    return textMessage({ html: view.t('progress-none', { you: you(view), next }) })
  }
  const html = view.t('progress', {
    you: you(view),
    track: track?.title[view.locale] ?? standing.trackId,
    hill: new Html(`<pre>${hillText(standing, total)}</pre>`),
    answered: standing.answered,
    total,
    skipped: standing.skipped,
    correct: standing.correct,
    streak: streak(standing.days),
    next,
  })
  return textMessage({
    html,
    buttons: [[{ text: view.t('button-tracks'), data: callbackData('tracks') }]],
  })
}

async function nextLine(view: ViewContext, person: Person): Promise<Html> {
  const { timezone } = person
  if (isPaused(person, view.now)) return pausedLine(view, view.t('pause-until-open'))
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
