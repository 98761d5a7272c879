/** A lesson in a period: whom it reached of those to whom it was due then, and what came of it. */
export interface LessonFigures {
  readonly lessonId: string
  readonly arrived: number
  readonly answered: number
  readonly right: number
  readonly skipped: number
}
