import { InputFile } from 'grammy'
import type { Rendered } from '../../messaging/index.ts'
import { keyboard, type Button } from './view.ts'

/** A file that is sent with a text below it. */
export interface UploadMessage {
  readonly bytes: Uint8Array
  /** As the phone shows and stores it. */
  readonly fileName: string
  /** From the locales; Telegram shows 1,024 characters at most. */
  readonly html: string
  readonly buttons?: readonly (readonly Button[])[]
}

/** A picture that is shown in the chat at once. */
export function photoMessage(message: UploadMessage): Rendered {
  return { send: { method: 'sendPhoto', payload: { photo: fileOf(message), ...below(message) } } }
}

/** A file that is opened with a tap. */
export function documentMessage(message: UploadMessage): Rendered {
  return {
    send: { method: 'sendDocument', payload: { document: fileOf(message), ...below(message) } },
  }
}

function fileOf({ bytes, fileName }: UploadMessage): InputFile {
  return new InputFile(bytes, fileName)
}

function below({ html, buttons }: UploadMessage): Record<string, unknown> {
  return {
    caption: html,
    parse_mode: 'HTML',
    ...(buttons === undefined ? {} : { reply_markup: keyboard(buttons) }),
  }
}
