import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backends, openWorld, type World } from '../support/world.ts'

describe.each(['postgres'] as const)('the first minute, on %s', (backend) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ backend })
  })
  afterAll(() => world.close())

  it('leads from the link to the first lesson in four taps', async () => {
    const siti = await world.joined(1001)
    const texts = siti.messages().map((message) => message.poll?.question ?? message.text)
    expect(texts.join('\n---\n')).toBe('')
  })
})
