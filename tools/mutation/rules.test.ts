import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { withTempFolder } from '../support/temp.ts'
import { rulesIn } from './rules.ts'

async function rulesAmong(...files: readonly string[]): Promise<string[]> {
  return await withTempFolder(async (root) => {
    for (const file of files) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await writeFile(join(root, file), '')
    }
    return rulesIn(root).map(({ file, test }) => `${file} by ${test}`)
  })
}

it('a rule is a file of learning or messaging whose test stands beside it', async () => {
  expect(
    await rulesAmong(
      'src/messaging/pace.ts',
      'src/messaging/pace.test.ts',
      'src/learning/calendar/day.ts',
      'src/learning/calendar/day.test.ts',
      'src/learning/effects.ts',
      'src/learning/several.test.ts',
      'src/learning/calendar/import/read.ts',
      'src/learning/calendar/import/read.test.ts',
      'src/bot/words.ts',
      'src/bot/words.test.ts',
    ),
  ).toEqual([
    'src/learning/calendar/day.ts by src/learning/calendar/day.test.ts',
    'src/messaging/pace.ts by src/messaging/pace.test.ts',
  ])
})
