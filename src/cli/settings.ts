import { parseArgs } from 'node:util'
import { readLogo } from '../certificates/index.ts'
import { readSettings, settingNames, settingsSchema, writeSetting } from '../learning/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

/** Shows what is set about learning, or sets one of it; `default` takes a setting back. */
export const settings: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [name, text] = positionals
  const wish = name === undefined ? undefined : readWish(name, text)
  if (wish?.name === 'letterhead.logo') await checkLogo(text ?? '')
  const found = await withStore(context, async (db) => {
    if (wish !== undefined) {
      await db.transaction(async (tx) => {
        await writeSetting(tx, wish.name, wish.value, systemClock.now())
        // Not to what: some settings name a person.
        await auditShell(tx, 'setting.changed', { details: { setting: wish.name } })
      })
    }
    return readSettings(db)
  })
  if (values.json) context.stdout(JSON.stringify(found))
  else {
    for (const one of settingNames) context.stdout(`${one} = ${JSON.stringify(found[one] ?? null)}`)
  }
  return 0
}

type Name = (typeof settingNames)[number]

/** @throws UserError for a name that there is not, and a value that is out of its bounds */
function readWish(name: string, text: string | undefined): { name: Name; value: never } {
  const known = settingNames.find((one) => one === name)
  if (known === undefined || text === undefined) {
    const what = known === undefined ? `There is no setting "${name}"` : `${name} to what?`
    throw new UserError(`${what}`, { hint: `There are: ${settingNames.join(', ')}` })
  }
  if (text === 'default') return { name: known, value: undefined as never }
  const { [known]: schema } = settingsSchema.shape
  // A text may look like a number: a NIP is one.
  const parsed = schema.safeParse(parse(text))
  const read = parsed.success ? parsed : schema.safeParse(text)
  if (!read.success) {
    throw new UserError(`${name} cannot be "${text}": ${read.error.issues[0]?.message ?? ''}`, {
      hint: `Numbers are written with a dot, such as 0.9; \`default\` takes a setting back.`,
    })
  }
  return { name: known, value: read.data as never }
}

/** @throws UserError when there is no PNG that a certificate can bear */
async function checkLogo(path: string): Promise<void> {
  if (path === 'default') return
  const read = await readLogo(path)
  if (read.kind === 'logo') return
  throw new UserError(`${path} ${read.fault}.`, {
    hint: 'Give the path of a PNG, as the running bot reads it: best an absolute one.',
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return text
  }
}
