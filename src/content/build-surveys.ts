import type { SurveyQuestion, Surveys } from './catalogue.ts'
import type { SurveysFields } from './survey-schema.ts'

/** The surveys from their checked file. */
export function buildSurveys({ attitude, 'ai-at-work': aiAtWork }: SurveysFields): Surveys {
  return {
    attitude: {
      text: attitude.text,
      scale: attitude.scale,
      statements: attitude.statements.map(({ id, text, reverse = false }) => ({
        id,
        text,
        reverse,
      })),
    },
    aiAtWork: { frequency: buildAsked(aiAtWork.frequency), purpose: buildAsked(aiAtWork.purpose) },
  }
}

type Asked = SurveysFields['ai-at-work'][keyof SurveysFields['ai-at-work']]

function buildAsked({ id, text, options }: Asked): SurveyQuestion {
  return {
    id,
    text,
    options: Object.entries(options).map(([key, option]) => ({ key, text: option })),
  }
}
