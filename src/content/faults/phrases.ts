/**
 * Words that stand inside a fault and are themselves said in the reader's language: places, what is
 * wanted there, names of things. In English here, for the shell; the chat has the same under the same
 * keys in its locales (`lesson-phrase-…`). `{name}` is one of the phrase's values.
 */
export const lessonPhrases = {
  // Places.
  'at-field': '`{key}`',
  'at-item': 'item {number} of `{list}`',
  'at-option': 'option `{key}`',
  'at-whole': 'the front matter',

  // What stands there in the place of a value.
  'group-of-keys': 'a group of keys',
  'list-of-values': 'a list',

  // Whose an id is, whose a number looks like, which item of an assessment is meant.
  'id-lesson': 'lesson',
  'id-question': 'question',
  'id-survey': 'survey',
  'id-track': 'track',
  'item-of-a': 'item {number} of form a',
  'item-of-b': 'item {number} of form b',
  'item-of-delayed': 'item {number} of the delayed check',
  'item-with-id': 'item {id}',
  'number-nik': 'a NIK (16 digits)',
  'number-nip': 'a NIP (18 digits)',
  'number-phone': 'a phone number',

  // What is wanted, going on after "write …".
  any: 'what the format asks for',
  'ids-in-a-list': 'a list of ids',
  keys: 'keys with values: {keys}',
  literal: '{text}',
  'id-wanted': 'an id in small letters, digits and hyphens, at most 60',
  'slug-wanted': 'a slug in small letters, digits and hyphens, at most 60',

  // A lesson.
  'lesson-keys': 'keys with values, such as `title: ...`',
  title: 'the title, on one line',
  objective: 'the objective, on one line',
  competence: 'the competence that the lesson serves, such as "AILit: Engage ..."',
  minutes: 'the minutes it takes, a whole number from 1 to 15',
  reviewed: 'the day of the last review, such as 2026-11-20',
  sources: 'at least one source as a list of `title`, `url` and `date`',
  'source-title': 'the title of the source',
  'source-url': 'the full address of the source, with https://',
  'source-date': 'the date on which the fact held, such as "2026-03-12", "2026-03" or "2026"',
  task: 'one practical task of at most five minutes',
  questions: 'at least one question in the list',

  // A question.
  'question-objective': 'the objective that the question tests',
  'question-text': 'the question, at most {limit} characters',
  'question-options': 'options as `a: "..."`, `b: "..."`, each key a letter',
  'question-answer': 'the key of the right option, such as b',
  'question-explanation': 'why it is right, at most {limit} characters',
  'question-tags': 'tags as a list of {known}',

  // An item of an assessment, which stands in both languages in one file.
  'item-lesson': 'the id of the lesson whose objective it tests',
  'item-objective': 'the objective as { id: "...", en: "..." }',
  'item-text': 'the question as { id: "...", en: "..." }, at most {limit} characters each',
  'item-options': 'three options as `a: { id: "...", en: "..." }`, each key a letter',
  'item-explanation':
    'why it is right as { id: "...", en: "..." }, at most {limit} characters each',
  forms: 'the two forms as `a:` and `b:`, each a list of items',
  items: 'a list of at least one item',

  // A track.
  'track-title': 'the title as { id: "...", en: "..." }',
  'track-title-id': 'the Indonesian title',
  'track-title-en': 'the English title',
  'track-description': 'the description as { id: "...", en: "..." }',
  'track-description-id': 'the Indonesian description',
  'track-description-en': 'the English description',
  'track-for': 'whom it is for, such as { kind: common } or { kind: role, value: pimpinan }',
  'track-for-kind': 'common, role, sector or rest',
  'track-for-value': 'the role or sector, in small letters, digits and hyphens',
  'track-lessons': 'the slugs of the lessons in order: 01-ai-alat-bantu.md is ai-alat-bantu',

  // The surveys.
  'survey-above':
    'what stands above each statement as { id: "...", en: "..." }, at most {limit} characters each',
  'survey-scale': 'five labels as { id: "...", en: "..." }, from disagreement to agreement',
  'survey-statements': 'a list of `id` and `text`, and `reverse: true` where to agree is worse',
  'survey-statement': 'the statement as { id: "...", en: "..." }, at most {limit} characters each',
  'survey-reverse': 'true where to agree is worse, or leave it out',
  'survey-frequency':
    'belum, pernah, mingguan and harian, as `key: { id: "...", en: "..." }`, at most {limit} characters each',
  'survey-purpose': 'options as `key: { id: "...", en: "..." }`, at most {limit} characters each',

  // What was published, and what comes from another system: read from the shell alone.
  'published-keys':
    'keys with values: tracks, lessons, surveys where there are any, and retired where ids were given up',
  'published-lessons': 'ids of lessons, and below each `question id: "its objective"`',
  'published-surveys': 'ids, each with what it says: `id: "..."`',
  'json-whole': 'what `lessons export --format json` writes',
  'json-lessons': 'at least one lesson',
  'json-tags': 'tags in small letters, digits and hyphens',
} as const satisfies Readonly<Record<string, string>>

export type PhraseKey = keyof typeof lessonPhrases
