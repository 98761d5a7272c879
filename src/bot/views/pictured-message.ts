import { renderPng, type Markup } from '../../pictures/index.ts'
import type { Rendered } from '../../messaging/index.ts'
import { messageOf } from '../../platform/errors.ts'
import { plainText } from './plain-text.ts'
import { photoMessage } from './upload-message.ts'
import { textMessage, type Button, type ViewContext } from './view.ts'

/** Telegram shows so many characters below a picture, marks not counted. */
const CAPTION = 1024

export interface PicturedMessage {
  /** Drawn when the row is sent, so that nobody's answer waits for it. */
  readonly picture: () => Markup
  readonly fileName: string
  /** The same in words: below the picture, or alone. */
  readonly html: string
  readonly buttons?: readonly (readonly Button[])[]
}

/**
 * A picture with the same in words below it. Where drawing fails, where the words do not fit below a
 * picture, or where Telegram does not take it, the text goes alone: a picture adds, and never costs.
 */
export async function picturedMessage(
  view: Pick<ViewContext, 'log'> & Partial<Pick<ViewContext, 'draw'>>,
  { picture, fileName, html, buttons }: PicturedMessage,
): Promise<Rendered> {
  const below = buttons === undefined ? {} : { buttons }
  const alone = textMessage({ html, ...below })
  if (plainText(html).length > CAPTION) return alone
  try {
    const bytes = await (view.draw ?? renderPng)(picture())
    const whole = photoMessage({ bytes, fileName, html, ...below })
    return 'send' in whole && 'send' in alone ? { ...whole, instead: alone.send } : alone
  } catch (error) {
    view.log.error({ error: messageOf(error), fileName }, 'no picture could be drawn')
    return alone
  }
}
