import type { Db } from '../platform/db/index.ts'
import { readSettings } from './settings-store.ts'

/** What an organisation has set about what a day may bring. */
export interface DaySettings {
  /** Reviews of one day at the most, beside a lesson or without one. */
  readonly load: number
  /** Whether one question of the day may ask how sure the person is. */
  readonly confidence: boolean
  /** Whether forms and surveys are asked at all. */
  readonly assessment: boolean
}

export async function readDaySettings(db: Db): Promise<DaySettings> {
  const settings = await readSettings(db)
  return {
    load: settings['review.load'],
    confidence: settings['confidence.asked'],
    assessment: settings['assessment.asked'],
  }
}
