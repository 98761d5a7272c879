/** A language that lessons are written in: Indonesian always, English where somebody wrote it. */
export type Locale = 'id' | 'en'

/** One thing in each language. */
export type Localised<T> = Readonly<Record<Locale, T>>

/** Indonesian is always there; a reader of a language that is not gets Indonesian. */
export interface Texts<T> {
  readonly id: T
  readonly en?: T
}

export interface Source {
  readonly title: string
  readonly url: string
  /** When the fact held: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string
}

export interface LessonText {
  readonly title: string
  readonly objective: string
  readonly competence: string
  /** Markdown. */
  readonly body: string
  /** Inline Markdown. */
  readonly task: string
  readonly sources: readonly Source[]
  /** YYYY-MM-DD. */
  readonly reviewed: string
}

export interface QuestionOption {
  /** The identity of the option, whatever place it is shown in. */
  readonly key: string
  readonly text: string
}

export interface QuestionText {
  readonly objective: string
  readonly text: string
  /** In every language the same keys in the same order. */
  readonly options: readonly QuestionOption[]
  readonly explanation: string
}

export interface Question {
  readonly id: string
  /** Of the wording in all languages, options and their order, and the answer: see hash.ts. */
  readonly hash: string
  readonly lessonId: string
  /** The key of the right option. */
  readonly answer: string
  readonly tags: readonly string[]
  readonly texts: Texts<QuestionText>
}

export interface Lesson {
  readonly id: string
  /** Of the wording in all languages, without the questions: see hash.ts. */
  readonly hash: string
  readonly trackId: string
  readonly slug: string
  /** Place in the track, from 1. */
  readonly position: number
  readonly minutes: number
  readonly texts: Texts<LessonText>
  readonly questions: readonly Question[]
}

/**
 * Whom a track is for. `rest`: whoever has had every other lesson meets one of its lessons, a case
 * from work, each month.
 */
export type TrackFor =
  | { readonly kind: 'common' | 'rest' }
  | { readonly kind: 'role' | 'sector'; readonly value: string }

/**
 * What measures a track from outside its lessons. None of its items is a lesson's own question, but
 * each is answered and kept as one, and names the lesson whose objective it tests. Nobody sees an
 * item twice: half the participants have form A before and B after, half the other way round.
 */
export interface Assessment {
  /**
   * Parallel and in the order of the lessons: the items at one place test the same objective, each in
   * a situation of its own. An item of the first form is asked before the lesson that it names.
   */
  readonly forms: { readonly a: readonly Question[]; readonly b: readonly Question[] }
  /** For 30 days after the end of the track. */
  readonly delayed: readonly Question[]
}

/** Something asked of everybody, without a right answer. */
export interface SurveyQuestion {
  readonly id: string
  readonly text: Localised<string>
  readonly options: readonly SurveyOption[]
}

export interface SurveyOption {
  /** The identity of the option: what is kept of an answer. */
  readonly key: string
  readonly text: Localised<string>
}

export interface AttitudeStatement {
  readonly id: string
  readonly text: Localised<string>
  /** To agree speaks against what the track teaches: the score is 6 less the place on the scale. */
  readonly reverse: boolean
}

/** Asked of everybody, whatever the track. */
export interface Surveys {
  /** Before and after the common track. */
  readonly attitude: {
    /** The question above each statement. */
    readonly text: Localised<string>
    /** Five labels, from strong disagreement (1) to strong agreement (5). */
    readonly scale: readonly Localised<string>[]
    readonly statements: readonly AttitudeStatement[]
  }
  readonly aiAtWork: {
    /** Its keys are belum, pernah, mingguan, harian. */
    readonly frequency: SurveyQuestion
    /** For those who did not answer "belum". */
    readonly purpose: SurveyQuestion
  }
}

export interface Track {
  readonly id: string
  readonly title: Localised<string>
  readonly description: Localised<string>
  readonly for: TrackFor
  /** In order. */
  readonly lessons: readonly Lesson[]
  readonly assessment?: Assessment
}

/** All lessons, checked. Frozen: a reload makes a new one. */
export interface Catalogue {
  /** Common ones first, then roles, sectors and those for rest; among these by the name of their folder. */
  readonly tracks: readonly Track[]
  readonly lessons: ReadonlyMap<string, Lesson>
  /** Those of the lessons, and then the items of the assessments. */
  readonly questions: ReadonlyMap<string, Question>
  readonly surveys?: Surveys
}

export function textIn<T>({ texts }: { readonly texts: Texts<T> }, locale: Locale): T {
  return texts[locale] ?? texts.id
}
