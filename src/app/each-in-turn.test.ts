import { describe, expect, it } from 'vitest'
import { eachInTurn } from './each-in-turn.ts'

describe('each in turn', () => {
  const done: string[] = []
  const part = (name: string, fault?: string) => (): Promise<void> => {
    done.push(name)
    return fault === undefined ? Promise.resolve() : Promise.reject(new Error(fault))
  }
  const there = (is: boolean) => (): Promise<boolean> => Promise.resolve(is)

  it('does those behind one that fails, and says what failed', async () => {
    done.length = 0
    const parts = [part('a'), part('b', 'no b'), part('c')]
    await expect(eachInTurn(parts, there(true))).rejects.toThrow(/^no b$/)
    expect(done).toEqual(['a', 'b', 'c'])
    const more = eachInTurn([part('d', 'no d'), part('e'), part('f', 'no f')], there(true))
    await expect(more).rejects.toThrow('no d; no f')
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('leaves the rest where nothing can work', async () => {
    done.length = 0
    await expect(eachInTurn([part('a', 'away'), part('b')], there(false))).rejects.toThrow('away')
    expect(done).toEqual(['a'])
  })

  it('is content where nothing fails, and asks nobody', async () => {
    const asked = (): Promise<boolean> => Promise.reject(new Error('asked'))
    await expect(eachInTurn([part('a'), part('b')], asked)).resolves.toBeUndefined()
  })
})
