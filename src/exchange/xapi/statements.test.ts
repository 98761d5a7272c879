import { describe, expect, it } from 'vitest'
import { statementOf, type Recorded } from './statements.ts'

const home = 'https://belajar.example'
const answered: Recorded = {
  kind: 'answered',
  id: 7,
  personId: '00000000-0000-4000-8000-000000000001',
  objectId: 'soal-1',
  version: 2,
  name: 'Siapa yang bertanggung jawab?',
  options: [
    { key: 'a', text: 'Orangnya' },
    { key: 'b', text: 'AI' },
  ],
  key: 'a',
  response: 'b',
  success: false,
  at: '2026-11-23T01:30:00.000Z',
}
const lesson: Recorded = {
  ...answered,
  kind: 'completed',
  objectId: 'ai-alat-bantu',
  version: null,
  options: [],
  key: null,
  response: null,
  success: null,
}

describe('a learning record', () => {
  it('of an answer is an interaction of choice, with what was chosen and what was right', () => {
    expect(statementOf(answered, home, 'id')).toEqual({
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      actor: { objectType: 'Agent', account: { homePage: home, name: answered.personId } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-US': 'answered' } },
      object: {
        objectType: 'Activity',
        id: `${home}/xapi/questions/soal-1/2`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          description: { id: 'Siapa yang bertanggung jawab?' },
          interactionType: 'choice',
          correctResponsesPattern: ['a'],
          choices: [
            { id: 'a', description: { id: 'Orangnya' } },
            { id: 'b', description: { id: 'AI' } },
          ],
        },
      },
      result: { success: false, response: 'b' },
      timestamp: '2026-11-23T01:30:00.000Z',
    })
  })

  it('of a lesson says that it was done, and how its quiz went', () => {
    expect(statementOf(lesson, home, 'en')).toMatchObject({
      verb: { display: { 'en-US': 'completed' } },
      object: { id: `${home}/xapi/lessons/ai-alat-bantu` },
      result: { completion: true },
    })
    for (const [success, verb] of [
      [true, 'passed'],
      [false, 'failed'],
    ] as const) {
      expect(statementOf({ ...lesson, kind: 'judged', success }, home, 'id')).toMatchObject({
        verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
        result: { success },
      })
    }
  })

  it('has an id of what it is about: the same again, and another of anything else', () => {
    const id = (recorded: Recorded, at = home): unknown =>
      'id' in statementOf(recorded, at, 'id')
        ? Object.entries(statementOf(recorded, at, 'id'))[0]?.[1]
        : null
    expect(id(answered)).toBe(id({ ...answered }))
    const others = [
      id({ ...answered, id: 8 }),
      id({ ...answered, kind: 'judged' }),
      id(answered, 'https://lain.example'),
    ]
    expect(new Set([id(answered), ...others]).size).toBe(4)
  })
})
