import type { DraftTrack } from './draft.ts'
import { ASSESSMENT_FILE } from '../read-assessment.ts'
import { writeAssessmentFile } from './write-assessment-file.ts'
import { writeLessonFile } from './write-lesson-file.ts'
import { writeTrackFile } from './write-track-file.ts'

/** The files of a track's folder by name: track.yaml, NN-slug.md, NN-slug.en.md, assessment.yaml. */
export function trackFiles(draft: DraftTrack, trackId: string): ReadonlyMap<string, string> {
  const files = new Map([['track.yaml', writeTrackFile(draft, trackId)]])
  draft.lessons.forEach((lesson, index) => {
    const name = `${String(index + 1).padStart(2, '0')}-${lesson.slug}`
    for (const locale of ['id', 'en'] as const) {
      const text = writeLessonFile(lesson, locale)
      if (text !== undefined) files.set(`${name}${locale === 'en' ? '.en' : ''}.md`, text)
    }
  })
  if (draft.assessment !== undefined) {
    files.set(ASSESSMENT_FILE, writeAssessmentFile(draft.assessment))
  }
  return files
}
