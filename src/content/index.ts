export { textIn } from './catalogue.ts'
export type {
  Assessment,
  AttitudeStatement,
  Catalogue,
  Lesson,
  LessonText,
  Locale,
  Localised,
  Question,
  QuestionOption,
  QuestionText,
  Source,
  SurveyOption,
  SurveyQuestion,
  Surveys,
  Texts,
  Track,
  TrackFor,
} from './catalogue.ts'
export { isCalendarDate } from './calendar-date.ts'
export { checkLessons } from './check-lessons.ts'
export type { CheckedLessons } from './check-lessons.ts'
export { catalogueMark } from './catalogue-mark.ts'
export { countReload, readReloads } from './reloads-store.ts'
export { compareCatalogues, isSameCatalogue } from './compare-catalogues.ts'
export { describeLosses } from './interchange/describe-losses.ts'
export type { ExportFormat } from './interchange/describe-losses.ts'
export { importTrack } from './interchange/import-track.ts'
export type { ImportedTrack, ImportOptions } from './interchange/import-track.ts'
export { isMarked } from './interchange/mark.ts'
export type { FaultValues, LessonProblem } from './faults/lesson-fault.ts'
export { decodeText } from './read-text.ts'
export { readForeignText, type TextFault } from './interchange/read-foreign-text.ts'
export { placeTrack, saveTrack } from './interchange/save-track.ts'
export type { TrackPlace } from './interchange/save-track.ts'
export { trackFiles } from './interchange/track-files.ts'
export { writeGift } from './interchange/write-gift.ts'
export { writeJson } from './interchange/write-json.ts'
export { writeMoodleXml } from './interchange/write-moodle-xml.ts'
export { loadCatalogue } from './load-catalogue.ts'
export type { LoadedCatalogue } from './load-catalogue.ts'
export { formatMeasures } from './measures/format-measures.ts'
export { formatProblem, formatWarning } from './problem.ts'
export type { Problem } from './problem.ts'
export { formatEdit } from './published/format-edit.ts'
export { publishIds } from './published/publish-ids.ts'
export { renderLesson } from './render-lesson.ts'
export type { LessonLabels } from './render-lesson.ts'
export type { VersionNumbers } from './question-versions-store.ts'
export type { Reloaded } from './reloaded.ts'
export { searchLessons, storeSearch } from './search.ts'
export type { PassagePart } from './search/passage.ts'
export type { FoundInLessons, SearchHit, SearchResult } from './search/search-lessons.ts'
export { lessonAt, questionAt, storeLive, storeVersions } from './versions.ts'
export { wordsOf } from './words-of.ts'
