import { questionAt } from '../../content/index.ts'
import type { ItemArgs, MeasuredPhase } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { itemPayload } from './poll-payload.ts'
import { personOf, you } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export interface AssessmentArgs extends ViewBaseArgs {
  readonly phase: MeasuredPhase['phase']
  readonly items: number
  /** The first day of the phase: it says what this is for. */
  readonly first: boolean
}

/** The line above items: that they are no exam, and what becomes of the answers. */
export const assessment: View<AssessmentArgs> = async (view, { phase, items, first }) => {
  // Planned, and then the person paused or went on leave before it was sent.
  if (personOf(view).paused) return { cancel: 'paused meanwhile' }
  if (view.onLeave) return { cancel: 'on leave meanwhile' }
  if (await view.closedToday()) return { cancel: 'a day off meanwhile' }
  const html = view.t(`assessment-${phase}${first ? '-first' : ''}`, { items, you: you(view) })
  return textMessage({ html })
}

/** An item as a poll that gives nothing away: neither what is right nor whether one was. */
export const assessmentItem: View<ItemArgs> = async (view, args) => {
  const question = await questionAt(view.db, view.catalogue, args.questionId, args.questionHash)
  return { send: { method: 'sendPoll', payload: itemPayload(question, view.locale) } }
}

export interface PhaseDoneArgs extends ViewBaseArgs {
  readonly trackId: string
  readonly phase: MeasuredPhase['phase']
  readonly correct: number
  readonly items: number
  /** Right answers of the first form, where all of it was answered in time. */
  readonly before: number | null
  readonly known: boolean
}

/** All items of a phase are answered: thanks, and afterwards how it went, for the person alone. */
export const assessmentDone: View<PhaseDoneArgs> = (view, args) => {
  const { trackId, phase, correct, items, before, known } = args
  const track = titleOf(view, trackId)
  if (known) {
    return textMessage({
      html: view.t('assessment-known', { you: you(view), items, track }),
      buttons: [
        [{ text: view.t('button-leave-known'), data: callbackData('leaveKnown', trackId) }],
        [{ text: view.t('button-keep-known'), data: callbackData('keepKnown', trackId) }],
      ],
    })
  }
  const variables = { you: you(view), correct, items, track }
  return textMessage({
    html:
      before === null
        ? view.t(`assessment-${phase}-done`, variables)
        : view.t('assessment-compared', { ...variables, before }),
  })
}

export interface KnownTrackArgs extends ViewBaseArgs {
  readonly trackId: string
  readonly key: 'known-left' | 'known-kept' | 'known-stale'
}

/** What became of the offer to leave out a track that was known. */
export const knownTrack: View<KnownTrackArgs> = (view, { trackId, key, ...args }) =>
  textMessage(
    {
      html: view.t(key, { track: titleOf(view, trackId) }),
      ...(key === 'known-left'
        ? {
            buttons: [
              [{ text: view.t('button-take-back'), data: callbackData('takeTrack', trackId) }],
            ],
          }
        : {}),
    },
    args,
  )

function titleOf(view: ViewContext, trackId: string): string {
  return view.catalogue.tracks.find(({ id }) => id === trackId)?.title[view.locale] ?? trackId
}
