/** Limits of the Bot API in UTF-16 units ("sendMessage", "sendPoll"; Bot API 10). */
export const MESSAGE_LIMIT = 4096
export const QUESTION_LIMIT = 300
export const OPTION_LIMIT = 100
export const EXPLANATION_LIMIT = 200
export const EXPLANATION_LINE_FEEDS = 2

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
