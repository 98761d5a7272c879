import { callbackData, type Callback } from '../callback.ts'
import { when, you } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface NoteArgs extends ViewBaseArgs {
  /** A text of the locales. */
  readonly key: string
  readonly variables?: Readonly<Record<string, string | number>>
  /** A coming moment, given to the text as `$when`; null: when the person returns. */
  readonly nextDueAt?: string | null
  readonly button?: { readonly key: string; readonly callback: Callback }
  /** Language for somebody who has not joined. */
  readonly locale?: 'id' | 'en'
}

/** One text and at most one button: most replies need no more. */
export const note: View<NoteArgs> = (view, args) => {
  const { key, variables, nextDueAt, button } = args
  return textMessage(
    {
      html: view.t(key, {
        ...variables,
        you: you(view),
        bot: view.botUsername,
        ...(nextDueAt === undefined ? {} : { when: when(view, nextDueAt) }),
      }),
      ...(button === undefined
        ? {}
        : { buttons: [[{ text: view.t(button.key), data: callbackData(button.callback) }]] }),
    },
    args,
  )
}
