import { callbackData } from '../callback.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export const askLanguage: View<ViewBaseArgs> = (view, args) =>
  textMessage(
    {
      html: view.t('ask-language'),
      buttons: [
        [
          { text: view.t('button-indonesian'), data: callbackData('language', 'id') },
          { text: view.t('button-english'), data: callbackData('language', 'en') },
        ],
      ],
    },
    args,
  )
