import { Composer } from 'grammy'
import {
  declineSurvey,
  keepSurveyAnswer,
  leaveKnownTrack,
  readSurvey,
  replan,
  type SurveyPlace,
} from '../../learning/index.ts'
import { withdrawNudges } from '../../nudges/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'
import { surveyAnswer } from '../views/survey.ts'

export const measuring = new Composer<BotContext>()

measuring.callbackQuery(callbackPattern('answerSurvey'), async (ctx) => {
  const { scope } = ctx
  const [name, occasion, place, value] = String(ctx.match[1] ?? '').split('.')
  const asked = placeOf(name, occasion)
  const index = numberIn(place)
  if (!isJoined(scope) || asked === undefined || index === undefined) return
  const { surveys } = scope.deps.catalogue()
  const said =
    surveys === undefined ? undefined : surveyAnswer(surveys, asked.survey, index, value ?? '')
  // Whoever was never asked has a forged button.
  const standing = await readSurvey(scope.tx, scope.person.id, asked)
  if (said === undefined || standing === undefined || standing.declined) return
  await keepSurveyAnswer(scope.tx, {
    personId: scope.person.id,
    ...asked,
    ...said,
    answeredAt: scope.now,
  })
  await replace(ctx, 'survey', { ...asked })
})

measuring.callbackQuery(callbackPattern('declineSurvey'), async (ctx) => {
  const { scope } = ctx
  const [name, occasion] = String(ctx.match[1] ?? '').split('.')
  const asked = placeOf(name, occasion)
  if (!isJoined(scope) || asked === undefined) return
  if ((await readSurvey(scope.tx, scope.person.id, asked)) === undefined) return
  await declineSurvey(scope.tx, scope.person.id, asked)
  await replace(ctx, 'survey', { ...asked })
})

function placeOf(name: string | undefined, occasion: string | undefined): SurveyPlace | undefined {
  if ((name !== 'attitude' && name !== 'work') || occasion === undefined) return undefined
  return { survey: name, occasion }
}

measuring.callbackQuery(callbackPattern('leaveKnown'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, person, now } = scope
  const trackId = String(ctx.match[1] ?? '')
  const left = await leaveKnownTrack(tx, person.id, trackId, now)
  if (left.kind === 'not_known') return replace(ctx, 'known-track', { trackId, key: 'known-stale' })
  const { id: personId, chatId } = person
  const skipped = left.skipped.map(({ id: deliveryId }) => ({ deliveryId, personId, chatId }))
  await withdrawNudges(tx, skipped, now)
  await replan(tx, person.id, now)
  await replace(ctx, 'known-track', { trackId, key: 'known-left' })
})

measuring.callbackQuery(callbackPattern('keepKnown'), async (ctx) => {
  if (!isJoined(ctx.scope)) return
  await replace(ctx, 'known-track', { trackId: String(ctx.match[1] ?? ''), key: 'known-kept' })
})
