import type { Fault } from '../problem.ts'
import type { DraftTrack } from './draft.ts'
import { draftLessons } from './draft-lessons.ts'
import { readGift } from './read-gift.ts'
import { readJson } from './read-json.ts'

export interface ImportedTrack {
  /** Undefined where nothing may be written. */
  readonly draft: DraftTrack | undefined
  /** What is wrong in the source, by line. */
  readonly broken: readonly Fault[]
  /** What the source holds and a lesson cannot, by line: left out, lost or called otherwise. */
  readonly notes: readonly Fault[]
}

export interface ImportOptions {
  readonly format: 'gift' | 'json'
  readonly trackId: string
  /** Takes what is right of a GIFT file in which something is wrong. */
  readonly skipBroken: boolean
}

/** The text of a file as a track to be written, with a word on everything that it is not. */
export function importTrack(text: string, options: ImportOptions): ImportedTrack {
  if (options.format === 'json') {
    const read = readJson(text)
    return read.ok
      ? { draft: read.draft, broken: [], notes: [] }
      : { draft: undefined, broken: read.faults, notes: [] }
  }
  const { categories, broken, unsupported, losses } = readGift(text)
  const { draft, renamed } = draftLessons(categories, options.trackId)
  const left = unsupported.map((fault) => ({ ...fault, what: `left out: ${fault.what}` }))
  const notes = [...left, ...losses, ...renamed].sort((a, b) => a.line - b.line)
  if (draft.lessons.length === 0) {
    const none = {
      line: 1,
      what: 'there is no question in the file that can be taken',
      mend: 'see that it is GIFT with questions of one right option',
    }
    return { draft: undefined, broken: broken.length > 0 ? broken : [none], notes }
  }
  const stop = broken.length > 0 && !options.skipBroken
  return { draft: stop ? undefined : draft, broken, notes }
}
