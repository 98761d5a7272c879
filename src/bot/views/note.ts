import { callbackData, type Callback } from '../callback.ts'
import { nextSentence, you, type NextArgs } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface NoteArgs extends ViewBaseArgs {
  /** A text of the locales. */
  readonly key: string
  readonly variables?: Readonly<Record<string, string | number>>
  /** What comes next, given to the text as the sentence `$next`. */
  readonly next?: NextArgs
  readonly button?: { readonly key: string; readonly callback: Callback }
  /** Language for somebody who has not joined. */
  readonly locale?: 'id' | 'en'
}

/** One text and at most one button: most replies need no more. */
export const note: View<NoteArgs> = (view, args) => {
  const { key, variables, next, button } = args
  return textMessage(
    {
      html: view.t(key, {
        ...variables,
        you: you(view),
        bot: view.botUsername,
        ...(next === undefined ? {} : { next: nextSentence(view, next) }),
      }),
      ...(button === undefined
        ? {}
        : { buttons: [[{ text: view.t(button.key), data: callbackData(button.callback) }]] }),
    },
    args,
  )
}
