import type { MessageEntity } from 'grammy/types'

type DateFormat = MessageEntity.DateTimeMessageEntity['date_time_format']

const FORMATS = new Set<DateFormat>(
  ',d,t,r,w,D,T,dt,dT,Dt,DT,wt,wT,wd,wdt,wdT,wD,wDt,wDT'.split(',') as DateFormat[],
)

/** How a moment in a text is shown; undefined when it is no format. */
export function dateFormat(word: string): DateFormat | undefined {
  return [...FORMATS].find((format) => format === word)
}
