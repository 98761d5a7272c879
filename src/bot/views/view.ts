import type { CertificatePrinter } from '../../certificates/index.ts'
import type { Catalogue } from '../../content/index.ts'
import type { Rendered } from '../../messaging/index.ts'
import type { Locale, Person, Roles } from '../../people/index.ts'
import type { RenderPng } from '../../pictures/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/logger.ts'
import type { FormattedText } from '../../platform/telegram/formatted-text.ts'
import type { SystemStatus } from '../../reports/index.ts'
import type { Translate } from '../texts.ts'

/** What a view sees when its row is rendered, right before it is sent. */
export interface ViewContext {
  readonly db: Db
  readonly now: Date
  readonly catalogue: Catalogue
  readonly botUsername: string
  readonly printer: CertificatePrinter
  /** Draws pictures that several people ask for: one of the same figures is drawn once. */
  readonly draw: RenderPng
  /** The organisation's zone. */
  readonly timezone: string
  /** Under which people reach this server; undefined: no link can be given. */
  readonly publicUrl: string | undefined
  /** Opens the personal numbers that are sealed; for the person alone. */
  readonly dataSecret: string | undefined
  /** Days for which data is kept after its consent was taken back. */
  readonly retention: { readonly withdrawn: number }
  /** The version of the notice that is asked for now. */
  readonly noticeVersion: number
  /** Bulk messages a second, over all workers. */
  readonly sendRate: number
  /** Undefined for somebody who has not joined. */
  readonly person: Person | undefined
  /** The person is on leave now: nothing is sent that they did not ask for. */
  readonly onLeave: boolean
  /** Nothing that was planned for today may come to the person any more: the calendar has changed. */
  readonly closedToday: () => Promise<boolean>
  /** The person was on leave not long ago: a lesson may have to welcome them. */
  readonly mayBeBack: boolean
  readonly locale: Locale
  readonly t: Translate
  readonly log: Logger
  /** The address of a page behind the number of its link. */
  readonly pageUrl: (linkId: string) => string
  /** How the system is at this moment. */
  readonly systemStatus: () => Promise<SystemStatus>
  readonly rolesOf: (personId: string) => Promise<Roles>
}

export interface Button {
  readonly text: string
  /** At most 64 bytes; see callback.ts. */
  readonly data?: string
  readonly url?: string
  /** Opens within Telegram, as a Mini App; https alone. */
  readonly webApp?: string
}

/** A message of text with buttons; `html` comes from the locales alone. */
export interface TextMessage {
  readonly html?: string
  readonly formatted?: FormattedText
  readonly buttons?: readonly (readonly Button[])[]
  /** Cannot be forwarded or saved. */
  readonly protect?: boolean
  /** A message of the same chat that this one answers, if it is still there. */
  readonly replyTo?: number
}

export interface ViewBaseArgs extends Record<string, unknown> {
  /** The message that this one takes the place of. */
  readonly replaces?: number
}

export type View<A extends ViewBaseArgs> = (
  view: ViewContext,
  args: A,
) => Rendered | Promise<Rendered>

/** Buttons below a message, as the Bot API takes them. */
export function keyboard(rows: readonly (readonly Button[])[]): Record<string, unknown> {
  return {
    inline_keyboard: rows.map((row) =>
      row.map((button) => ({ text: button.text, ...deedOf(button) })),
    ),
  }
}

function deedOf({ data, url, webApp }: Button): Record<string, unknown> {
  if (webApp !== undefined) return { web_app: { url: webApp } }
  return url === undefined ? { callback_data: data ?? 'none' } : { url }
}

/** A text message as a request, or as the edit of the one that it replaces. */
export function textMessage(message: TextMessage, args: ViewBaseArgs = {}): Rendered {
  const text =
    message.formatted === undefined
      ? { text: message.html ?? '', parse_mode: 'HTML' }
      : { text: message.formatted.text, entities: message.formatted.entities }
  return {
    send: {
      method: args.replaces === undefined ? 'sendMessage' : 'editMessageText',
      payload: {
        ...text,
        link_preview_options: { is_disabled: true },
        ...(message.buttons === undefined ? {} : { reply_markup: keyboard(message.buttons) }),
        ...(message.protect === true && args.replaces === undefined
          ? { protect_content: true }
          : {}),
        ...(message.replyTo === undefined || args.replaces !== undefined
          ? {}
          : {
              reply_parameters: {
                message_id: message.replyTo,
                allow_sending_without_reply: true,
              },
            }),
        ...(args.replaces === undefined ? {} : { message_id: args.replaces }),
      },
    },
  }
}
