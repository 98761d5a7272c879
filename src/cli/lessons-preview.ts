import { parseArgs } from 'node:util'
import { previewLesson } from '../app.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { showInTerminal } from './lessons-preview/show-in-terminal.ts'
import { LESSONS_DIR } from './paths.ts'

/** Shows a lesson as Telegram would: in the terminal, and as a picture of the phone. */
export const lessonsPreview: Run = async ({ args, stdout }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      locale: { type: 'string', default: 'id' },
      png: { type: 'string' },
      browser: { type: 'string', default: '/usr/bin/chromium' },
    },
    allowPositionals: true,
  })
  const [lessonId, folder = LESSONS_DIR] = positionals
  if (lessonId === undefined) throw new UserError('Which lesson? Give its id.')
  const { locale } = values
  if (locale !== 'id' && locale !== 'en') {
    throw new UserError(`--locale: given "${locale}"; expected id or en.`)
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
