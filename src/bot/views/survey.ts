import type { Surveys, SurveyQuestion } from '../../content/index.ts'
import { readSurvey, type SurveyPlace, type SurveyStanding } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { escapeHtml, Html } from '../texts.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export type SurveyArgs = ViewBaseArgs & SurveyPlace

/**
 * A survey in one message that turns its pages: each tap shows the next statement in the place of the
 * one before, so that five taps leave one line in the chat. Never a duty: a button ends it.
 */
export const survey: View<SurveyArgs> = async (view, args) => {
  const { surveys } = view.catalogue
  if (surveys === undefined) return { cancel: 'there are no surveys' }
  const standing = await readSurvey(view.db, personOf(view).id, args)
  if (standing === undefined) return { cancel: 'not asked' }
  if (standing.declined) return textMessage({ html: view.t('survey-declined') }, args)
  const page =
    args.survey === 'attitude'
      ? attitudePage(view, surveys, args, standing)
      : workPage(view, surveys, args, standing)
  if (page === undefined) return textMessage({ html: view.t(`survey-${args.survey}-done`) }, args)
  const later: Button = {
    text: view.t('button-survey-decline'),
    data: callbackData('declineSurvey', `${args.survey}.${args.occasion}`),
  }
  return textMessage({ html: page.html, buttons: [...page.buttons, [later]] }, args)
}

interface Page {
  readonly html: string
  readonly buttons: readonly (readonly Button[])[]
}

/** Ids may be as long as a button's data: what is tapped is named by its place. */
function answerData({ survey: name, occasion }: SurveyPlace, index: number, value: string): string {
  return callbackData('answerSurvey', `${name}.${occasion}.${index}.${value}`)
}

function attitudePage(
  view: ViewContext,
  { attitude }: Surveys,
  place: SurveyPlace,
  { said }: SurveyStanding,
): Page | undefined {
  const index = attitude.statements.findIndex(({ id }) => said[id] === undefined)
  const statement = attitude.statements[index]
  if (statement === undefined) return undefined
  const intro = index === 0 ? `${view.t(`survey-attitude-${place.occasion}`)}\n\n` : ''
  return {
    html:
      intro +
      view.t('survey-statement', {
        number: index + 1,
        count: attitude.statements.length,
        question: new Html(escapeHtml(attitude.text[view.locale])),
        statement: statement.text[view.locale],
      }),
    buttons: attitude.scale.map((label, step) => [
      { text: label[view.locale], data: answerData(place, index, String(step + 1)) },
    ]),
  }
}

function workPage(
  view: ViewContext,
  { aiAtWork }: Surveys,
  place: SurveyPlace,
  { said }: SurveyStanding,
): Page | undefined {
  const questions = workQuestions(aiAtWork, said)
  const index = questions.findIndex(({ id }) => said[id] === undefined)
  const question = questions[index]
  if (question === undefined) return undefined
  const intro = index === 0 ? `${view.t('survey-work')}\n\n` : ''
  return {
    html: `${intro}<b>${escapeHtml(question.text[view.locale])}</b>`,
    buttons: question.options.map((option) => [
      { text: option.text[view.locale], data: answerData(place, index, option.key) },
    ]),
  }
}

/** For what it is used is asked of those alone who use it. */
function workQuestions(
  { frequency, purpose }: Surveys['aiAtWork'],
  said: SurveyStanding['said'],
): SurveyQuestion[] {
  return said[frequency.id] === NOT_YET ? [frequency] : [frequency, purpose]
}

const NOT_YET = 'belum'

/** What a tap says: the statement or question at a place, with a value that it offers. */
export function surveyAnswer(
  surveys: Surveys,
  name: SurveyPlace['survey'],
  index: number,
  value: string,
): { readonly itemId: string; readonly value: string } | undefined {
  if (name === 'attitude') {
    const statement = surveys.attitude.statements[index]
    const step = Number(value)
    const known = Number.isInteger(step) && step >= 1 && step <= surveys.attitude.scale.length
    return statement === undefined || !known ? undefined : { itemId: statement.id, value }
  }
  const { frequency, purpose } = surveys.aiAtWork
  const question = [frequency, purpose][index]
  const known = question?.options.some(({ key }) => key === value) === true
  return question === undefined || !known ? undefined : { itemId: question.id, value }
}
