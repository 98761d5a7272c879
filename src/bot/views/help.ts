import { readSettings } from '../../learning/index.ts'
import { callbackData } from '../callback.ts'
import { organisationName } from './joining.ts'
import { personOf, you } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** Everything that the menu has no room for. */
export const help: View<ViewBaseArgs> = async (view, args) => {
  const { admin, coordinates } = await view.rolesOf(personOf(view).id)
  const { t } = view
  const settings = await readSettings(view.db)
  const html = t('help', { you: you(view), organisation: await organisationName(view) })
  return textMessage(
    {
      html: [
        html,
        ...(admin || coordinates.length > 0 ? [t('help-coordinator')] : []),
        ...(admin ? [t('help-admin')] : []),
      ].join('\n\n'),
      buttons: [
        [
          { text: t('button-help-today'), data: callbackData('today') },
          { text: t('button-help-progress'), data: callbackData('progress') },
        ],
        [
          { text: t('button-practice'), data: callbackData('practice') },
          { text: t('button-tracks'), data: callbackData('tracks') },
        ],
        [
          { text: t('button-help-schedule'), data: callbackData('schedule') },
          { text: t('button-help-pause'), data: callbackData('pause') },
        ],
        [
          { text: t('button-help-search'), data: callbackData('search') },
          {
            text: t('button-help-language'),
            data: callbackData('language', view.locale === 'id' ? 'en' : 'id'),
          },
        ],
        ...(admin ? [] : [[{ text: t('button-takeover'), data: callbackData('takeover') }]]),
        [{ text: t('button-help-certificate'), data: callbackData('certificates') }],
        ...(settings['ranking.shown']
          ? [[{ text: t('button-help-ranking'), data: callbackData('ranking') }]]
          : []),
        [
          { text: t('button-ask'), data: callbackData('ask') },
          { text: t('button-data-mine'), data: callbackData('myData') },
        ],
        ...(admin || coordinates.length > 0
          ? [
              [{ text: t('button-lagging'), data: callbackData('lagging') }],
              [{ text: t('button-announce'), data: callbackData('announce') }],
              [
                { text: t('button-open-questions'), data: callbackData('openQuestions') },
                { text: t('button-shared-replies'), data: callbackData('sharedReplies') },
              ],
              [
                { text: t('button-help-digest'), data: callbackData('digest') },
                { text: t('button-help-stats'), data: callbackData('stats') },
              ],
              [{ text: t('button-help-dashboard'), data: callbackData('dashboard') }],
            ]
          : []),
        ...(admin
          ? [
              [
                { text: t('button-help-content'), data: callbackData('content') },
                { text: t('button-help-import'), data: callbackData('imports') },
              ],
              [
                { text: t('button-help-units'), data: callbackData('unit') },
                { text: t('button-help-calendar'), data: callbackData('calendar') },
              ],
              [
                { text: t('button-help-audit'), data: callbackData('audit') },
                { text: t('button-help-status'), data: callbackData('status') },
              ],
            ]
          : []),
        ...(admin || coordinates.length > 0
          ? [
              [
                { text: t('button-help-roster'), data: callbackData('roster') },
                { text: t('button-help-invite'), data: callbackData('invite') },
              ],
              [
                { text: t('button-help-roles'), data: callbackData('roles') },
                { text: t('button-help-export'), data: callbackData('exports') },
              ],
            ]
          : []),
      ],
    },
    args,
  )
}
