import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { judgeEdit, goesOn, type EditKind } from './judge-edit.ts'
import type { Wording } from './wording.ts'

const ORDINARY = new Set(
  'pertanyaan tanggung jawab petugas siapa yang aman awan membeli memberi surat warga data memeriksa able notable perusahaan perubahan memutuskan'.split(
    ' ',
  ),
)
const isOrdinary = (word: string): boolean => ORDINARY.has(word)

const base: Wording = {
  answer: 'b',
  texts: {
    id: {
      text: 'Siapa yang tidak boleh memutuskan bantuan dalam 3 x 24 jam?',
      options: [
        { key: 'a', text: 'Mesin' },
        { key: 'b', text: 'Petugas yang memeriksa' },
        { key: 'c', text: 'Warga' },
      ],
      explanation: 'Manusia yang memeriksa.',
    },
  },
}

/** The base with another question. */
function asking(text: string): Wording {
  return { ...base, texts: { id: { ...base.texts.id, text } } }
}

function judge(before: string, after: string): EditKind {
  return judgeEdit(asking(before), asking(after), isOrdinary).kind
}

describe('spelling', () => {
  test.each([
    ['Apa pertayaan ini?', 'Apa pertanyaan ini?'],
    ['Apa peratnyaan ini?', 'Apa pertanyaan ini?'],
    ['Apa pertaanyaan itu?', 'Apa pertanyaan itu?'],
    ['Siapa yang tanggungjawab?', 'Siapa yang tanggung jawab?'],
    ['siapa yang memeriksa', 'Siapa yang memeriksa?'],
    ['Kirim e-mail  dan  surat.', 'Kirim email dan surat!'],
    ['Periksa dtaa warga', 'Periksa data warga'],
    ['Berapa 5.000 rupiah', 'Berapa: 5.000 rupiah?'],
    ["Pada hari Jum'at", 'Pada hari Jumat'],
    ['Dua kesalahan: pertayaan dan tanggungjawab', 'Dua kesalahan: pertanyaan dan tanggung jawab'],
    ['Apa pettanyyaan ini?', 'Apa pertanyaan ini?'],
    ['Apa pertnyan ini?', 'Apa pertanyaan ini?'],
    ['Wrga yang mana?', 'Warga yang mana?'],
    ['Dafar yang mana?', 'Daftar yang mana?'],
  ])('%s ↔ %s', (before, after) => {
    expect([judge(before, after), judge(after, before)]).toEqual(['spelling', 'spelling'])
  })
})

describe('meaning', () => {
  test.each([
    ['Tempat yang aman', 'Tempat yang awan'],
    ['Siapa yang membeli surat', 'Siapa yang memberi surat'],
    ['Siapa boleh memutuskan', 'Siapa tidak boleh memutuskan'],
    ['Siapa tidak boleh', 'Siapa tdak boleh'],
    ['Siapa boleh memutuskan', 'Siapa wajib memutuskan'],
    ['Semua warga', 'Warga'],
    ['He is not able to', 'He is notable to'],
    ['You can not do it', 'You cannot do it'],
    ["You can't do it", 'You can do it'],
    ['dalam 3 hari', 'dalam 4 hari'],
    ['dalam 3 hari', 'dalam 3 jam'],
    ['dalam tiga hari', 'dalam lima hari'],
    ['sebesar 1.5 juta', 'sebesar 15 juta'],
    ['suhu -5', 'suhu 5'],
    ['naik 5 %', 'naik 5'],
    ['12 Juni', '12 Juli'],
    ['kelas 1 2', 'kelas 12'],
    ['guru/murid', 'guru murid'],
    ['Siapa yang menerima', 'Siapa yang penerima'],
    ['perlu menyimpan surat', 'perlu menyimpang surat'],
    ['it was approved', 'it was approves'],
    ['di kebun', 'di keban'],
    ['sebuah perusahaan', 'sebuah perubahan'],
    ['sebelum rapat', 'sesudah rapat'],
    ['kata warga', 'kata-kata warga'],
    ['Petugas menolong warga', 'Warga menolong petugas'],
    ['Siapa?', ''],
    ['nilai x < y', 'nilai x > y'],
    ['jawaban ✓', 'jawaban ✗'],
    ['kelas XI', 'kelas IX'],
  ])('%s ↔ %s', (before, after) => {
    expect([judge(before, after), judge(after, before)]).toEqual(['meaning', 'meaning'])
  })
})

describe('the reason says what it was', () => {
  test.each([
    ['Siapa boleh?', 'Siapa tidak boleh?', 'the question: the negation: "tidak" was added'],
    ['dalam 3 hari', 'dalam 4 hari', 'the question: a number or sign: "3" is now "4"'],
    ['Apa pertayaan ini', 'Apa pertanyaan ini', 'the question: "pertayaan" is now "pertanyaan"'],
    ['apa', 'Apa?', 'the question: capitals, spaces or punctuation'],
    ['surat warga itu', 'surat itu', 'the question: "warga" was removed'],
  ])('%s → %s', (before, after, reason) => {
    expect(judgeEdit(asking(before), asking(after), isOrdinary).reason).toBe(reason)
  })
})

describe('beyond the text', () => {
  const [a, b, c] = base.texts.id.options
  if (a === undefined || b === undefined || c === undefined) throw new Error('three options')
  const offering = (options: readonly (typeof a)[], more: Partial<Wording> = {}): Wording => ({
    ...base,
    texts: { id: { ...base.texts.id, options } },
    ...more,
  })
  const kindOf = (after: Wording): string => {
    const { kind, reason } = judgeEdit(base, after, isOrdinary)
    return reason === '' ? kind : `${kind}: ${reason}`
  }

  it('another right answer, and options that come, go, or change their keys, are another meaning', () => {
    expect(kindOf({ ...base, answer: 'c' })).toBe('meaning: the right answer was b and is c')
    expect(kindOf(offering([a, b]))).toBe('meaning: option c is gone')
    expect(kindOf(offering([a, b, c, { key: 'd', text: 'Camat' }]))).toBe(
      'meaning: option d is new',
    )
    expect(kindOf(offering([a, b, { ...c, key: 'x' }]))).toBe(
      'meaning: option c is gone, option x is new',
    )
    expect(kindOf(offering([{ ...a, text: c.text }, b, { ...c, text: a.text }]))).toBe(
      'meaning: option a: "mesin" is now "warga"',
    )
  })

  it('the order of the options alone goes on', () => {
    expect(kindOf(offering([c, a, b]))).toBe('order: the order of the options')
  })

  it('the explanation may be written anew', () => {
    const explanation = 'Mesin tidak dapat diminta bertanggung jawab; 3 hal lain pun begitu.'
    const after = { ...base, texts: { id: { ...base.texts.id, explanation } } }
    expect(kindOf(after)).toBe('explanation: the explanation')
  })

  it('a language that comes or goes changes nothing of the other', () => {
    const english = { ...base, texts: { ...base.texts, en: base.texts.id } }
    expect(kindOf(english)).toBe('translation: English was added')
    expect(judgeEdit(english, base, isOrdinary)).toEqual({
      kind: 'translation',
      reason: 'English was taken away',
    })
  })

  it('in English too another meaning is one', () => {
    const english = (text: string): Wording => ({
      ...base,
      texts: { ...base.texts, en: { ...base.texts.id, text } },
    })
    const edit = judgeEdit(english('Who may decide?'), english('Who must decide?'), isOrdinary)
    expect(edit.kind).toBe('meaning')
  })

  it('the gravest of several changes is the one that counts', () => {
    const after = offering([c, { ...a, text: 'Messin' }, b])
    expect(kindOf(after)).toMatch(/^meaning|^spelling/)
    expect(kindOf(offering([c, { ...a, text: 'mesin' }, b]))).toMatch(/^spelling/)
  })
})

describe('for any wording', () => {
  const word = fc.stringMatching(/^[a-zé]{1,12}$/)
  const token = fc.oneof(word, fc.nat(3000).map(String), fc.constantFrom('tidak', 'boleh', '%'))
  const text = fc.array(token, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  const wording: fc.Arbitrary<Wording> = fc
    .record({ text, options: fc.array(text, { minLength: 2, maxLength: 4 }), explanation: text })
    .map((one) => ({
      answer: 'a',
      texts: {
        id: {
          ...one,
          options: one.options.map((option, i) => ({ key: 'abcd'.charAt(i), text: option })),
        },
      },
    }))
  const ordinary = fc.func(fc.boolean()).map((f) => (given: string) => f(given))

  it('nothing changed is the same', () => {
    fc.assert(
      fc.property(wording, ordinary, (one, f) => {
        expect(judgeEdit(one, structuredClone(one), f)).toEqual({ kind: 'same', reason: '' })
      }),
    )
  })

  it('an edit and its undoing are of one kind', () => {
    const near = wording.chain((one) =>
      fc.tuple(fc.constant(one), fc.oneof(wording, mutations(one)), ordinary),
    )
    fc.assert(
      fc.property(near, ([one, other, f]) => {
        expect(judgeEdit(one, other, f).kind).toBe(judgeEdit(other, one, f).kind)
      }),
    )
  })

  it('case, spaces and punctuation between words are spelling at the most', () => {
    fc.assert(
      fc.property(
        wording,
        ordinary,
        fc.constantFrom(', ', '  ', '; ', ' — '),
        (one, f, between) => {
          const respelt = one.texts.id.text.toUpperCase().split(' ').join(between)
          const after = { ...one, texts: { id: { ...one.texts.id, text: respelt } } }
          expect(goesOn(judgeEdit(one, after, f).kind)).toBe(true)
        },
      ),
    )
  })

  it('a digit that changes is never spelling', () => {
    const digits = fc.tuple(text, fc.nat(9), fc.integer({ min: 1, max: 9 }), text)
    fc.assert(
      fc.property(digits, ordinary, ([before, digit, more, after], f) => {
        const [was, is] = [digit, (digit + more) % 10]
        const edit = judgeEdit(
          asking(`${before} 1${was}4 ${after}`),
          asking(`${before} 1${is}4 ${after}`),
          f,
        )
        expect(edit.kind).toBe('meaning')
      }),
    )
  })

  it('a negation or a condition that comes is never spelling, wherever it stands', () => {
    const weighty = fc.constantFrom(
      'tidak',
      'bukan',
      'jangan',
      'tanpa',
      'hanya',
      'not',
      'never',
      'must',
    )
    fc.assert(
      fc.property(text, text, weighty, ordinary, (before, after, added, f) => {
        const edit = judgeEdit(
          asking(`${before} ${after}`),
          asking(`${before} ${added} ${after}`),
          f,
        )
        expect(edit.kind).toBe('meaning')
      }),
    )
  })

  it('a word that comes or goes is never spelling', () => {
    const others = fc.array(word, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        others,
        fc.nat(5),
        fc.stringMatching(/^[a-z]{2,9}$/),
        ordinary,
        (words, place, more, f) => {
          const longer = words.toSpliced(place, 0, `zz${more}zz`)
          expect(judgeEdit(asking(words.join(' ')), asking(longer.join(' ')), f).kind).toBe(
            'meaning',
          )
        },
      ),
    )
  })

  it('two ordinary words are never one misspelt', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        fc.pre(one !== other)
        expect(judgeEdit(asking(one), asking(other), () => true).kind).toBe('meaning')
      }),
    )
  })

  /** The wording with one letter of its question struck out, doubled or replaced. */
  function mutations(one: Wording): fc.Arbitrary<Wording> {
    const { text: question } = one.texts.id
    return fc
      .tuple(fc.nat(question.length), fc.constantFrom('', 'x', ' ', 'ee'))
      .map(([at, put]) => {
        const edited = question.slice(0, at) + put + question.slice(at + 1)
        return { ...one, texts: { id: { ...one.texts.id, text: edited } } }
      })
  }
})
