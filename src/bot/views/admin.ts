import { listUnits } from '../../people/index.ts'
import type { PeriodCode } from '../stats/period-code.ts'
import { placeData } from '../stats/place.ts'
import { you } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** Units offered as buttons; more are reached from the shell. */
const MOST_UNITS = 40

export interface AskLearningUnitArgs extends ViewBaseArgs {
  /** Left out: ever. */
  readonly period?: PeriodCode
}

/** The units, of which one wants to know what was learned. */
export const askLearningUnit: View<AskLearningUnitArgs> = async (view, args) => {
  const { period = 'a' } = args
  const units = await listUnits(view.db)
  return textMessage(
    {
      html: view.t('ask-learning-unit'),
      buttons: [
        [{ text: view.t('button-all-units'), data: placeData('learning', { period }) }],
        ...units
          .slice(0, MOST_UNITS)
          .map((unit) => [
            { text: unit.name, data: placeData('learning', { period, unitId: unit.id }) },
          ]),
      ],
    },
    args,
  )
}

export const setupWelcome: View<ViewBaseArgs> = (view, args) =>
  textMessage({ html: view.t('setup-welcome', { you: you(view) }) }, args)
