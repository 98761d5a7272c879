import type { Problem } from '../problem.ts'
import type { YamlPath } from '../yaml-document.ts'
import { tidy, usedAgain } from './compare-published.ts'
import type { PresentIds } from './present-ids.ts'
import { PUBLISHED_FILE, type PublishedFields } from './published-schema.ts'

/**
 * As `comparePublished`, of the surveys: attitude is compared before and after, and use at work from
 * month to month, so a statement, a question or an option must keep saying what it said.
 * @param lineOf of a path in published.yaml
 */
export function compareSurveys(
  { surveys = {}, retired = [] }: PublishedFields,
  { surveys: present = [] }: PresentIds,
  lineOf: (path: YamlPath) => number,
): Problem[] {
  // Where they cannot be read they may hold any id: they are mended first.
  if (present.some(({ id }) => id === undefined)) return []
  const given = new Set(retired)
  const here = new Set(present.map(({ id }) => id))
  const gone = Object.keys(surveys).filter((id) => !here.has(id) && !given.has(id))
  return [
    ...gone.map((id) => ({
      file: PUBLISHED_FILE,
      line: lineOf(['surveys', id]),
      what: `survey id ${id} was published and is gone`,
      mend: 'bring it back under this id, or move the id from `surveys` to `retired`',
    })),
    ...present.flatMap((asked) => usedAgain(given, asked.file, [asked])),
    ...present.flatMap(({ kind, id = '', file, line, text }): Problem[] => {
      const said = surveys[id]
      if (said === undefined || tidy(said) === tidy(text)) return []
      return [
        {
          file,
          line,
          what: `survey ${kind} ${id} was published with another wording (${JSON.stringify(said)})`,
          mend: `give what asks something else another id; if it asks the same, write the new wording in ${PUBLISHED_FILE} too`,
        },
      ]
    }),
  ]
}
