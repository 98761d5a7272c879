import type { Lesson, Locale, Question } from '../catalogue.ts'
import type { ReadTrack } from '../read-track.ts'

/** The lessons of a track that could be read, also where its track.yaml could not. */
export function lessonsOf({ lessons }: ReadTrack): Lesson[] {
  return lessons.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson]))
}

export function questionsOf(track: ReadTrack, locale: Locale = 'id'): Question[] {
  return lessonsOf(track)
    .flatMap(({ questions }) => questions)
    .filter(({ texts }) => texts[locale] !== undefined)
}

/** Where something is said that is about the track as a whole. */
export function placeOf({ id, folder }: ReadTrack): { file: string; line: number } {
  return { file: id?.file ?? `${folder}/track.yaml`, line: id?.line ?? 1 }
}
