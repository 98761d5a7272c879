import { KEY_SHARE } from '../limits.ts'
import type { ReadTrack } from '../read-track.ts'
import { keyPositions } from './key-positions.ts'
import { percentOf } from './percent.ts'
import { setsOf, type QuestionSet } from './track-of.ts'
import type { Warning } from './warning.ts'

/**
 * A track, or a form of its assessment, whose right options stand too often, or too seldom, in one place. Only questions of three
 * options are counted, since the limits lie around a third; and a split as even as it can be passes,
 * since four, five or seven questions cannot be split within the limits at all.
 */
export function warnKeyBalance(track: ReadTrack): Warning[] {
  return setsOf(track).flatMap(unbalanced)
}

function unbalanced({ questions, file, line, name }: QuestionSet): Warning[] {
  const three = questions.filter(({ texts }) => texts.id.options.length === 3)
  const counts = keyPositions(three)
  if (Math.max(...counts) - Math.min(...counts) <= 1) return []
  return counts.flatMap((count, index): Warning[] => {
    const percent = percentOf(count, three.length)
    if (percent >= KEY_SHARE.least && percent <= KEY_SHARE.most) return []
    const often = percent > KEY_SHARE.most
    return [
      {
        rule: 'key-balance',
        file,
        line,
        what: `the right option stands in place ${index + 1} in ${count} of ${three.length} questions${name} (${percent}%), and ${KEY_SHARE.least}-${KEY_SHARE.most}% is in balance`,
        mend: often
          ? 'move some right options to another letter, and their `answer` with them'
          : 'move some right options to this place, and their `answer` with them',
        measured: percent,
        limit: often ? KEY_SHARE.most : KEY_SHARE.least,
      },
    ]
  })
}
