import { findRootUnit, jobRoles, type JobRole } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { hourText } from '../when.ts'
import { personOf, you } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export async function organisationName(view: ViewContext): Promise<string> {
  const root = await findRootUnit(view.db)
  return root?.name ?? view.t('notice-organisation')
}

/** The privacy notice; who runs the bot stands in it. */
export const notice: View<ViewBaseArgs> = async (view, args) =>
  textMessage(
    {
      html: view.t('notice', { points: await noticePoints(view) }),
      buttons: [
        [{ text: view.t('button-agree'), data: callbackData('agree') }],
        [{ text: view.t('button-takeover'), data: callbackData('takeover') }],
        [
          {
            text: view.t('button-other-language'),
            data: callbackData('language', view.locale === 'id' ? 'en' : 'id'),
          },
        ],
      ],
    },
    args,
  )

async function noticePoints(view: ViewContext): Promise<Html> {
  const organisation = await organisationName(view)
  return new Html(view.t('notice-points', { organisation, days: view.retention.withdrawn }))
}

/** The same for whoever agreed to an older one, with what has changed. */
export const noticeRenewed: View<ViewBaseArgs> = async (view, args) =>
  textMessage(
    {
      html: view.t('notice-renewed', {
        you: you(view),
        changes: new Html(view.t('notice-changes')),
        points: await noticePoints(view),
      }),
      buttons: [
        [{ text: view.t('button-notice-agree'), data: callbackData('agree') }],
        [{ text: view.t('button-data-mine'), data: callbackData('myData') }],
        [{ text: view.t('button-notice-refuse'), data: callbackData('withdrawAsk') }],
        [
          {
            text: view.t('button-other-language'),
            data: callbackData('language', view.locale === 'id' ? 'en' : 'id'),
          },
        ],
      ],
    },
    args,
  )

export const askAddress: View<ViewBaseArgs> = (view, args) =>
  textMessage(
    {
      html: view.t('ask-address', { name: personOf(view).name }),
      buttons: [
        [
          { text: view.t('button-bapak'), data: callbackData('address', 'bapak') },
          { text: view.t('button-ibu'), data: callbackData('address', 'ibu') },
          { text: view.t('button-no-title'), data: callbackData('address', 'none') },
        ],
      ],
    },
    args,
  )

export const askRole: View<ViewBaseArgs> = (view, args) => {
  const button = (role: JobRole): Button => ({
    text: view.t(`role-${role}`),
    data: callbackData('role', role),
  })
  return textMessage(
    {
      html: view.t('ask-role', { you: you(view) }),
      buttons: jobRoles.map((role) => [button(role)]),
    },
    args,
  )
}

export const joined: View<ViewBaseArgs & { withLesson: boolean }> = (view, args) =>
  textMessage({
    html: view.t(args.withLesson ? 'joined' : 'joined-without-lesson', {
      you: you(view),
      hour: hourText(personOf(view).lessonMinute, view.locale),
    }),
    buttons: [[{ text: view.t('button-change-hour'), data: callbackData('schedule') }]],
  })
