import { parseArgs } from 'node:util'
import { previewAssessment, previewLesson } from '../app.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { showAssessment, showInTerminal } from './lessons-preview/show-in-terminal.ts'
import { LESSONS_DIR } from './paths.ts'

/**
 * Shows a lesson as Telegram would, in the terminal or as a picture of the phone; with --assessment
 * the items of a track's assessment, in the terminal.
 */
export const lessonsPreview: Run = async ({ args, stdout }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      locale: { type: 'string', default: 'id' },
      assessment: { type: 'boolean', default: false },
      png: { type: 'string' },
      browser: { type: 'string', default: '/usr/bin/chromium' },
    },
    allowPositionals: true,
  })
  const [lessonId, folder = LESSONS_DIR] = positionals
  if (lessonId === undefined) {
    throw new UserError(
      values.assessment ? 'Which track? Give its id.' : 'Which lesson? Give its id.',
    )
  }
  const { locale } = values
  if (locale !== 'id' && locale !== 'en') {
    throw new UserError(`--locale: given "${locale}"; expected id or en.`)
  }
  if (values.assessment) {
    if (values.png !== undefined) {
      throw new UserError('An assessment is shown in the terminal: leave out --png.')
    }
    stdout(showAssessment(await previewAssessment(folder, lessonId, locale)))
    return 0
  }
  const preview = await previewLesson(folder, lessonId, locale)
  if (values.png === undefined) {
    stdout(showInTerminal(preview))
    return 0
  }
  const { drawPhone } = await import('./lessons-preview/draw-phone.ts')
  await drawPhone(preview, { locale, path: values.png, browser: values.browser })
  stdout(values.png)
  return 0
}
