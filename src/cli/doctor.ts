import { parseArgs } from 'node:util'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { examine } from './doctor/examine.ts'
import { asJson, countStates, drawTable } from './doctor/report.ts'
import type { Language } from './doctor/words/index.ts'
import { DATA_DIR, LESSONS_DIR } from './paths.ts'

/** Examines all that the bot needs, and changes nothing. @returns 1 where something must be mended */
export const doctor: Run = async ({ args, env, stdout }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  })
  const language = languageOf(values.language, env['ORG_LOCALE'])
  const findings = await examine({
    env,
    clock: systemClock,
    dataDir: DATA_DIR,
    lessonsDir: LESSONS_DIR,
    nodeVersion: process.versions.node,
  })
  stdout(values.json ? asJson(findings, language) : drawTable(findings, language))
  return countStates(findings).failed > 0 ? 1 : 0
}

/** The organisation's language, where none is wished for; Indonesian where that cannot be read. */
function languageOf(wished: string | undefined, locale: string | undefined): Language {
  if (wished === 'id' || wished === 'en') return wished
  if (wished !== undefined) {
    throw new UserError(`--language is ${wished}.`, { hint: 'Write id or en.' })
  }
  return locale?.trim() === 'en' ? 'en' : 'id'
}
