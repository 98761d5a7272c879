import { findUnit, jobRoles, type JobRole } from '../../people/index.ts'
import { readOwnData, type OwnTable } from '../../rights/index.ts'
import { callbackData, type Callback } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { personOf, you } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

function button(
  view: ViewContext,
  key: string,
  callback: Callback,
  argument?: string | number,
): Button {
  return { text: view.t(key), data: callbackData(callback, argument) }
}

export function countIn(tables: readonly OwnTable[], name: string): number {
  return tables.find((one) => one.name === name)?.rows.length ?? 0
}

/** What is kept of somebody, in short, and everything that can be asked about it. */
export const myData: View<ViewBaseArgs> = async (view, args) => {
  const { t, db, locale } = view
  const person = personOf(view)
  const tables = await readOwnData(db, { personId: person.id, telegramId: person.telegramId })
  const unit = person.unitId === null ? undefined : await findUnit(db, person.unitId)
  const { restrictedSince, noticeVersion, joinedAt, timezone, jobRole } = person
  const count = (name: string): number => countIn(tables, name)
  const consent = tables.find(({ name }) => name === 'consents')?.rows
  const withdrawn = noticeVersion === null && (consent?.length ?? 0) > 0
  const standing = withdrawn ? 'withdrawn' : restrictedSince === null ? 'used' : 'restricted'
  return textMessage(
    {
      html: t('my-data', {
        you: you(view),
        name: person.name === '' ? t('my-data-none') : person.name,
        account: String(person.telegramId),
        unit: unit?.name ?? t('my-data-none'),
        role: new Html(t(jobRole === null ? 'my-data-none' : `role-${jobRole}`)),
        joined: joinedAt === null ? t('my-data-none') : dateText(joinedAt, timezone, locale),
        lessons: count('deliveries'),
        answers: count('answers'),
        replies: count('practice_replies'),
        questions: count('practice_questions'),
        certificates: count('certificates'),
        messages: count('outbox'),
        standing: new Html(t(`my-data-${standing}`)),
      }),
      buttons: [
        [button(view, 'button-data-file', 'myDataFile')],
        [button(view, 'button-data-fix', 'myDataFix')],
        ...wayOn(view, standing),
        [button(view, 'button-data-erase', 'eraseAsk')],
      ],
    },
    args,
  )
}

function wayOn(view: ViewContext, standing: 'used' | 'restricted' | 'withdrawn'): Button[][] {
  if (standing === 'withdrawn') return [[button(view, 'button-data-agree-again', 'agreeAgain')]]
  return [
    [
      standing === 'used'
        ? button(view, 'button-data-restrict', 'restrictAsk')
        : button(view, 'button-data-release', 'release'),
    ],
    [button(view, 'button-data-withdraw', 'withdrawAsk')],
  ]
}

/** What can be corrected by oneself; a unit is changed by who coordinates it. */
export const myDataFix: View<ViewBaseArgs> = async (view, args) => {
  const { unitId, joinStep } = personOf(view)
  const unit = unitId === null ? undefined : await findUnit(view.db, unitId)
  return textMessage(
    {
      html: view.t('data-fix', { unit: unit?.name ?? view.t('my-data-none') }),
      buttons: [
        ...(joinStep === null
          ? [
              [
                button(view, 'button-data-name', 'myDataName'),
                button(view, 'button-data-role', 'myDataRole'),
              ],
              [button(view, 'button-data-unit', 'ask')],
            ]
          : []),
        [button(view, 'button-data-back', 'myData')],
      ],
    },
    args,
  )
}

export const myDataRole: View<ViewBaseArgs> = (view, args) =>
  textMessage(
    {
      html: view.t('ask-role', { you: you(view) }),
      buttons: jobRoles.map((role) => [button(view, `role-${role}`, 'myDataRole', role)]),
    },
    args,
  )

export const myDataRoleSet: View<ViewBaseArgs & { readonly before?: JobRole }> = (view, args) => {
  const { jobRole } = personOf(view)
  return textMessage(
    {
      html: view.t('data-role-set', {
        role: new Html(view.t(jobRole === null ? 'my-data-none' : `role-${jobRole}`)),
      }),
      ...(args.before === undefined
        ? {}
        : { buttons: [[button(view, 'button-undo', 'myDataRole', args.before)]] }),
    },
    args,
  )
}

interface ConfirmArgs extends ViewBaseArgs {
  readonly what: 'restrict' | 'withdraw' | 'erase'
  /** Civil time at which it was asked, in milliseconds. */
  readonly at: number
}

const YES = {
  restrict: { key: 'button-data-restrict-yes', callback: 'restrictYes' },
  withdraw: { key: 'button-data-withdraw-yes', callback: 'withdrawYes' },
  erase: { key: 'button-data-erase-yes', callback: 'eraseYes' },
} as const

/** What would become of it, before it is done: also what stays, and why. */
export const myDataConfirm: View<ConfirmArgs> = (view, args) => {
  const { what, at } = args
  return textMessage(
    {
      html: view.t(`data-confirm-${what}`, { you: you(view), days: view.retention.withdrawn }),
      buttons: [
        [button(view, YES[what].key, YES[what].callback, at)],
        [button(view, 'button-data-back', 'myData')],
      ],
    },
    args,
  )
}

export const myDataWithdrawn: View<ViewBaseArgs> = (view, args) =>
  textMessage(
    {
      html: view.t('data-is-withdrawn', { days: view.retention.withdrawn }),
      buttons: [
        [button(view, 'button-data-agree-again', 'agreeAgain')],
        [button(view, 'button-data-file', 'myDataFile')],
        [button(view, 'button-data-erase', 'eraseAsk')],
      ],
    },
    args,
  )

interface ErasedArgs extends ViewBaseArgs {
  readonly locale: 'id' | 'en'
  readonly certificates: number
  readonly announcements: number
}

/** The last word. Its row goes with the moment at which it was sent. */
export const erased: View<ErasedArgs> = ({ t }, { certificates, announcements }) =>
  textMessage({
    html: [
      t('data-erased'),
      ...(certificates > 0 ? [t('data-erased-certificates', { count: certificates })] : []),
      ...(announcements > 0 ? [t('data-erased-announcements', { count: announcements })] : []),
      t('data-erased-rest'),
    ].join('\n'),
  })
