import type { Locale } from '../catalogue.ts'
import { MOST_RIGHT_LONGEST } from '../limits.ts'
import type { ReadTrack } from '../read-track.ts'
import { percentOf } from './percent.ts'
import { rightLongest } from './right-longest.ts'
import { setsOf, type QuestionSet } from './track-of.ts'
import type { Warning } from './warning.ts'

const LANGUAGES: readonly (readonly [Locale, string])[] = [
  ['id', ''],
  ['en', ' in English'],
]

/** A track, or a form of its assessment, in which length gives the answer away too often. One question alone says nothing. */
export function warnRightLongest(track: ReadTrack): Warning[] {
  return setsOf(track).flatMap(givenAway)
}

function givenAway({ questions, file, line, name }: QuestionSet): Warning[] {
  return LANGUAGES.flatMap(([locale, where]): Warning[] => {
    const all = questions.filter(({ texts }) => texts[locale] !== undefined)
    const longest = rightLongest(all, locale)
    const percent = percentOf(longest.length, all.length)
    if (longest.length < 2 || percent <= MOST_RIGHT_LONGEST) return []
    return [
      {
        rule: 'right-longest',
        file,
        line,
        what: `the right option is the longest in ${longest.length} of ${all.length} questions${name}${where} (${percent}%), and ${MOST_RIGHT_LONGEST}% is the most`,
        mend: `give the wrong options as much to say in some of ${longest.map(({ id }) => id).join(', ')}`,
        measured: percent,
        limit: MOST_RIGHT_LONGEST,
      },
    ]
  })
}
