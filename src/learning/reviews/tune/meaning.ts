import { remember, type Grade, type Memory, type MemorySettings } from '../memory.ts'

/** Cases that an operator can picture, each as grades; every answer comes on its day. */
export const cases = {
  firstRight: ['good'],
  secondRight: ['good', 'good'],
  thirdRight: ['good', 'good', 'good'],
  wrongThenRight: ['again', 'good'],
  rightWrongRight: ['good', 'again', 'good'],
} as const satisfies Record<string, readonly Grade[]>

export type Case = keyof typeof cases
export const caseNames = Object.keys(cases) as readonly Case[]

/** Days after which a question comes again in each case, before it is moved to a working day. */
export function daysInEachCase(settings: MemorySettings): Record<Case, number> {
  const days = (grades: readonly Grade[]): number => daysAfter(grades, settings)
  return {
    firstRight: days(cases.firstRight),
    secondRight: days(cases.secondRight),
    thirdRight: days(cases.thirdRight),
    wrongThenRight: days(cases.wrongThenRight),
    rightWrongRight: days(cases.rightWrongRight),
  }
}

function daysAfter(grades: readonly Grade[], settings: MemorySettings): number {
  let memory: Memory | null = null
  let gap = 0
  for (const grade of grades) {
    const next = remember(memory, gap, grade, settings)
    memory = next.memory
    // What was wrong returns on the next day, whatever the interval would be.
    gap = grade === 'again' ? 1 : next.days
  }
  return gap
}
