/** Limits of the Bot API in UTF-16 units ("sendMessage", "sendPoll"; Bot API 10). */
export const MESSAGE_LIMIT = 4096
export const QUESTION_LIMIT = 300
export const OPTION_LIMIT = 100
export const EXPLANATION_LIMIT = 200
export const EXPLANATION_LINE_FEEDS = 2

/** What stands above each statement of a survey, in the same poll; the statement has the rest. */
export const SURVEY_INTRO_LIMIT = 100
export const STATEMENT_LIMIT = QUESTION_LIMIT - SURVEY_INTRO_LIMIT - 2

/** A quiz with one option is none; Telegram's upper bound was ten for years, and more serve nobody. */
export const FEWEST_OPTIONS = 2
export const MOST_OPTIONS = 10

/**
 * Kept free in every lesson's message for what the bot adds: the standing line ("Pelajaran 3 dari
 * 15"), the labels of task and sources in any language, and a line of footer.
 */
export const RESERVED_UNITS = 300

/** Words of the body: one idea takes 200-300, and three minutes of silent reading end at 350. */
export const MOST_WORDS = 350

/** A lesson is about 4 KiB: what is 64 times that is no lesson, and is not read into memory. */
export const MOST_BYTES = 256 * 1024

/**
 * Characters of Markdown in one body: what is shown ends at MESSAGE_LIMIT, and addresses of links
 * may take as much again and more. What is longer is not parsed: some Markdown takes over a minute.
 */
export const MOST_BODY_UNITS = 4 * MESSAGE_LIMIT

/** Quotes and lists inside each other on one line; thousands of them end the parser's stack. */
export const MOST_NESTING = 16

/** Words of the body under which a lesson holds no worked example; 200-300 is what we aim at. */
export const FEWEST_WORDS = 200

/** Words of a sentence on average: above it, a reader on a phone loses the start before the end. */
export const MOST_SENTENCE_WORDS = 25

/** Percent of a track's questions whose right option is the longest: by chance it is a third. */
export const MOST_RIGHT_LONGEST = 40

/** Percent of a track's questions whose right option stands in one place: by chance a third. */
export const KEY_SHARE = { least: 25, most: 42 } as const

/** Days after which a lesson's facts and sources are looked at again. */
export const MOST_REVIEW_DAYS = 365
