import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callbacks, type Callback } from '../../src/bot/callback.ts'
import { commands, type Command } from '../../src/bot/commands.ts'
import { commandPolicies } from '../support/command-policies.ts'
import { buttonPolicies, mayOf, tableOf } from '../support/role-policies.ts'
import { actors, roleScene, type Answer, type RoleScene } from '../support/role-scene.ts'
import { openWorld, type World } from '../support/world.ts'

/** What somebody is told who may not, or whose button does not hold. */
const REFUSED = new Set(
  [
    'admins-only',
    'announcement-nothing-to-cancel',
    'button-stale',
    'coordinators-only',
    'how-to-join',
    'invites-over',
    'newcomers-decided',
    'question-gone',
    'takeover-gone',
  ].map((key) => `note ${key}`),
)

/** What two people say to each other is kept in no trail. */
const betweenTwo: ReadonlySet<Callback> = new Set(['answer', 'praise'])

function acted({ said, changed }: Answer): boolean {
  return changed || said.some((one) => !REFUSED.has(one))
}

describe('who may do what', () => {
  let world: World
  let scene: RoleScene
  beforeAll(async () => {
    world = await openWorld()
    scene = await roleScene(world)
  })
  afterAll(() => world.close())

  const commandNames = Object.keys(commands) as Command[]
  it.each(commandNames)('/%s', async (command) => {
    for (const name of commands[command]) {
      const found: string[] = []
      for (const actor of actors) {
        if (acted(await scene.act(actor, { text: `/${name}` }))) found.push(actor)
      }
      expect([name, found]).toEqual([name, mayOf(commandPolicies[command])])
    }
  })

  const buttons = Object.keys(callbacks) as Callback[]
  it.each(buttons)('the button %s', async (button) => {
    const { may, of, changes, idle, audited } = buttonPolicies[button]
    const argument = of?.(scene.target)
    const data = argument === undefined ? callbacks[button] : `${callbacks[button]}:${argument}`
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    const found: string[] = []
    const changed: string[] = []
    const kept: string[][] = []
    for (const actor of actors) {
      const answer = await scene.act(actor, { data })
      if (acted(answer)) found.push(actor)
      if (answer.changed) changed.push(actor)
      if (answer.audited.length > 0) kept.push([actor, ...answer.audited])
    }
    // Of whoever may, and of nobody else: once, and as what it was.
    const doers = audited === undefined ? [] : mayOf(changes ?? may)
    expect([data, kept]).toEqual([data, doers.map((actor) => [actor, audited])])
    if (changes !== undefined && !betweenTwo.has(button)) expect(audited).toBeDefined()
    // What is somebody's own is changed by nobody else, whatever is answered.
    if (may === 'owner') expect([data, changed]).toEqual([data, []])
    else expect([data, found]).toEqual([data, idle === true ? [] : mayOf(may)])
    if (may === 'joined' || changes !== undefined) {
      expect([data, changed]).toEqual([data, changes === undefined ? [] : mayOf(changes)])
    }
  })

  it('stands in docs/roles.md as it is', async () => {
    await expect(tableOf(commands)).toMatchFileSnapshot('../../docs/roles.md')
  })
})
