import { masks, type PersonalKind } from '../../privacy/index.ts'
import { callbackData } from '../callback.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** The lesson about what never goes into a chatbot, and how a text is masked. */
export const MASKING_LESSON = 'fondasi-data-terlarang'

export interface DataMaskedArgs extends ViewBaseArgs {
  readonly kinds: readonly PersonalKind[]
  /** The message that the person sent, and when: seconds since 1970, as Telegram counts. */
  readonly messageId: number
  readonly sentAt: number
}

const names: Readonly<Record<PersonalKind, string>> = {
  nik: 'data-nik',
  kk: 'data-kk',
  nip: 'data-nip',
  phone: 'data-phone',
  email: 'data-email',
  account: 'data-account',
  card: 'data-card',
  npwp: 'data-npwp',
  identity: 'data-identity',
}

/** What was recognised and not kept: its kinds, never its digits, and how to mask it oneself. */
export const dataMasked: View<DataMaskedArgs> = (view, args) => {
  const { t, catalogue, person } = view
  const { kinds, messageId, sentAt } = args
  const [first] = kinds
  const lesson = person?.joinStep === null && catalogue.lessons.has(MASKING_LESSON)
  return textMessage(
    {
      html: t('data-masked', {
        kinds: kinds.map((kind) => t(names[kind])).join(', '),
        mask: first === undefined ? '' : masks[first],
      }),
      buttons: [
        [
          {
            text: t('button-delete-typed'),
            data: callbackData('deleteTyped', `${messageId}:${sentAt}`),
          },
        ],
        ...(lesson
          ? [
              [
                {
                  text: t('button-masking-lesson'),
                  data: callbackData('readLesson', MASKING_LESSON),
                },
              ],
            ]
          : []),
      ],
    },
    args,
  )
}

/** Takes what the person typed out of the chat, for both. */
export const typedRemoval: View<ViewBaseArgs & { readonly messageId: number }> = (_, args) => ({
  send: { method: 'deleteMessage', payload: { message_id: args.messageId } },
})
