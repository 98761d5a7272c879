import { describe, expect, it } from 'vitest'
import { createStatementNames } from './statement-names.ts'

const often = (
  nameOf: (text: string) => string | undefined,
  text: string,
): (string | undefined)[] => Array.from({ length: 40 }, () => nameOf(text))

describe('names of statements', () => {
  it('go to what comes often, each text its own, and stay', () => {
    const nameOf = createStatementNames()
    const [first, second] = [often(nameOf, 'select 1'), often(nameOf, 'select 2')]
    expect(first[0]).toBeUndefined()
    expect(first.at(-1)).toBe('s0')
    expect(second.at(-1)).toBe('s1')
    expect(nameOf('select 1')).toBe('s0')
  })

  it('are few, however many texts come often', () => {
    const nameOf = createStatementNames()
    for (let n = 0; n < 500; n++) often(nameOf, `select ${n}`)
    expect(nameOf('select 0')).toBe('s0')
    expect(nameOf('select 499')).toBeUndefined()
  })

  it('are not kept from those that come often by a flood of those that come once', () => {
    const nameOf = createStatementNames()
    for (let n = 0; n < 5000; n++) nameOf(`select ${n}`)
    expect(often(nameOf, 'select often').at(-1)).toBe('s0')
  })
})
