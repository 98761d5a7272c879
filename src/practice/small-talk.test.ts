import { describe, expect, it } from 'vitest'
import { smallTalk } from './small-talk.ts'

describe('courtesies', () => {
  it.each([
    ['siap', 'fine'],
    ['Siap!!', 'fine'],
    ['Siap, Bu 🙏', 'fine'],
    ['hadir', 'fine'],
    ['OK', 'fine'],
    ['oke pak', 'fine'],
    ['baik', 'fine'],
    ['noted', 'fine'],
    ['mantap 👍', 'fine'],
    ['👍', 'fine'],
    ['👍🏽👍🏽', 'fine'],
    ['❤️', 'fine'],
    ['🙏🙏', 'thanks'],
    ['Terima kasih', 'thanks'],
    ['terima kasih banyak bu atas ilmunya', 'thanks'],
    ['makasih', 'thanks'],
    ['Ok, terima kasih', 'thanks'],
    ['Thank you', 'thanks'],
  ])('%s: %s', (text, kind) => {
    expect(smallTalk(text)).toBe(kind)
  })

  it.each([
    '',
    '   ',
    '...',
    '7',
    'pak',
    'siap?',
    'Baik, tetapi bagaimana kalau suratnya rahasia',
    'siap 2 orang',
    'terima kasih, lalu apa beda AI dan mesin pencari?',
    '[PEMOHON] dari [DUSUN] mohon keringanan',
    'ya '.repeat(20),
    'bagaimana',
  ])('%j means something', (text) => {
    expect(smallTalk(text)).toBeUndefined()
  })
})
