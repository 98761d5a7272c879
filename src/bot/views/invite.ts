import {
  findRootUnit,
  findStandingInvite,
  findUnit,
  typedCodeText,
  type PageOfUnits,
  type StandingInvite,
} from '../../people/index.ts'
import { qrPicture, renderPoster, type PosterTexts } from '../../posters/index.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { personOf } from './person-texts.ts'
import { picturedMessage } from './pictured-message.ts'
import { plainText } from './plain-text.ts'
import { documentMessage } from './upload-message.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

export interface AskInviteUnitArgs extends ViewBaseArgs, PageOfUnits {
  /** Null: the units of a name that was typed, which have no further page. */
  readonly offset: number | null
}

export const askInviteUnit: View<AskInviteUnitArgs> = (view, args) => {
  const { t } = view
  const { units, total, offset } = args
  const stands = [{ text: t('button-invites'), data: callbackData('invites') }]
  if (total === 0) {
    return textMessage({ html: t(offset === null ? 'invite-no-unit' : 'no-units') }, args)
  }
  const turns = [
    ...(offset === null || offset === 0
      ? []
      : [turn(view, 'button-content-previous', Math.max(0, offset - units.length))]),
    ...(offset === null || offset + units.length >= total
      ? []
      : [turn(view, 'button-content-next', offset + units.length)]),
  ]
  return textMessage(
    {
      html: t(total > units.length ? 'ask-invite-unit-more' : 'ask-invite-unit'),
      buttons: [
        ...units.map(({ id, name }) => [
          { text: clip(name, BUTTON_LENGTH), data: callbackData('inviteUnit', id) },
        ]),
        ...(turns.length === 0 ? [] : [turns]),
        stands,
      ],
    },
    args,
  )
}

function turn({ t }: ViewContext, key: string, offset: number): Button {
  return { text: t(key), data: callbackData('inviteUnits', offset) }
}

export interface InviteArgs extends ViewBaseArgs {
  readonly unitId: string
  readonly code: string
  readonly until: string
  readonly uses: number
  /** Within the first admin's tour. */
  readonly setup: boolean
}

export function linkOf({ botUsername }: ViewContext, code: string): string {
  return `https://t.me/${botUsername}?start=${code}`
}

/** A link that was just made, with all that can be made of it. */
export const invite: View<InviteArgs> = async (view, args) => {
  const { t } = view
  const { code, unitId } = args
  const unit = await findUnit(view.db, unitId)
  const { timezone } = personOf(view)
  const variables = {
    link: linkOf(view, code),
    until: dateText(new Date(args.until), timezone, view.locale),
    uses: args.uses,
  }
  if (args.setup) {
    return textMessage({
      html: t('setup-invite', { ...variables, organisation: unit?.name ?? '' }),
      buttons: [[{ text: t('button-send-first'), data: callbackData('firstLesson') }]],
    })
  }
  return textMessage(
    {
      html: t('invite-made', { ...variables, unit: unit?.name ?? '' }),
      buttons: [
        [
          { text: t('button-invite-text'), data: callbackData('inviteText', code) },
          { text: t('button-invite-qr'), data: callbackData('inviteQr', code) },
        ],
        [{ text: t('button-invite-poster'), data: callbackData('invitePoster', shortId(unitId)) }],
        [
          { text: t('button-invite-days'), data: callbackData('inviteDays', code) },
          { text: t('button-invite-uses'), data: callbackData('inviteUses', code) },
        ],
        [{ text: t('button-invite-revoke'), data: callbackData('inviteRevoke', code) }],
      ],
    },
    args,
  )
}

interface CodeArgs extends ViewBaseArgs {
  readonly code: string
  /** Who asked: by the reach of that person the invitation is found. */
  readonly viewerId: string
}

function found(
  view: ViewContext,
  { code, viewerId }: CodeArgs,
): Promise<StandingInvite | undefined> {
  return findStandingInvite(view.db, viewerId, code, view.now)
}

function untilText(view: ViewContext, { expiresAt }: StandingInvite): string {
  return dateText(expiresAt, personOf(view).timezone, view.locale)
}

/** The link as a picture, for a slide or a screen. */
export const inviteQr: View<CodeArgs> = async (view, args) => {
  const { t } = view
  const standing = await found(view, args)
  if (standing === undefined) return { cancel: 'the invitation is over' }
  const until = untilText(view, standing)
  return picturedMessage(view, {
    picture: () =>
      qrPicture({
        title: plainText(t('poster-title')),
        subtitle: standing.unit,
        url: linkOf(view, args.code),
        note: plainText(t('invite-qr-note', { until })),
      }),
    fileName: t('invite-qr-file'),
    html: t('invite-qr', { unit: standing.unit, link: linkOf(view, args.code), until }),
  })
}

/** To be copied into a group as it is: no words of the bot around it. */
export const inviteText: View<CodeArgs> = async (view, args) => {
  const { t } = view
  const standing = await found(view, args)
  if (standing === undefined) return { cancel: 'the invitation is over' }
  return textMessage({
    html: t('invite-text', {
      unit: standing.unit,
      link: linkOf(view, args.code),
      until: untilText(view, standing),
    }),
  })
}

/** A page for the wall, with the code that is typed. */
export const invitePoster: View<CodeArgs> = async (view, args) => {
  const { t, locale, now } = view
  const standing = await found(view, args)
  if (standing === undefined) return { cancel: 'the invitation is over' }
  const until = untilText(view, standing)
  const code = typedCodeText(args.code)
  const bytes = await renderPoster({
    texts: await posterTexts(view, standing.unit, until),
    locale,
    url: linkOf(view, args.code),
    code,
    madeAt: now,
  })
  return documentMessage({
    bytes,
    fileName: `${t('poster-file', { unit: new Html(fileName(standing.unit)) })}.pdf`,
    html: t('invite-poster', { unit: standing.unit, code, until, uses: standing.maxUses }),
    buttons: [[{ text: t('button-invite-revoke'), data: callbackData('inviteRevoke', args.code) }]],
  })
}

/** As every file system takes it. */
function fileName(unit: string): string {
  return unit
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
}

async function posterTexts(view: ViewContext, unit: string, until: string): Promise<PosterTexts> {
  const { t } = view
  const say = (key: string, variables: Record<string, string> = {}): string =>
    t(key, Object.fromEntries(Object.entries(variables).map(([k, v]) => [k, new Html(v)])))
  const root = await findRootUnit(view.db)
  return {
    organisation: root?.name ?? unit,
    title: say('poster-title'),
    motto: say('poster-motto'),
    audience: say('poster-audience', { unit }),
    scan: say('poster-scan'),
    type: say('poster-type', { bot: view.botUsername }),
    steps: [say('poster-step-open'), say('poster-step-agree'), say('poster-step-learn')],
    until: say('poster-until', { until }),
    safety: say('poster-safety'),
  }
}

export interface InvitesArgs extends ViewBaseArgs {
  readonly invites: readonly (Omit<StandingInvite, 'expiresAt'> & { readonly until: string })[]
  readonly total: number
  readonly offset: number
}

/** Those that still let somebody in, each with the way to end it. */
export const invites: View<InvitesArgs> = (view, args) => {
  const { t } = view
  const { total, offset } = args
  if (total === 0) return textMessage({ html: t('invites-none') }, args)
  const { timezone } = personOf(view)
  const lines = args.invites.map(({ kind, unit, uses, maxUses, until }, i) =>
    t(kind === 'poster' ? 'invites-poster' : 'invites-link', {
      place: offset + i + 1,
      unit: clip(unit, 60),
      uses,
      most: maxUses,
      until: dateText(new Date(until), timezone, view.locale),
    }),
  )
  const next = offset + args.invites.length
  const turns = [
    ...(offset === 0 ? [] : [page(view, 'button-content-previous', Math.max(0, offset - 8))]),
    ...(next >= total ? [] : [page(view, 'button-content-next', next)]),
  ]
  return textMessage(
    {
      html: `${t('invites', { total })}\n\n${lines.join('\n')}`,
      buttons: [
        ...args.invites.map(({ id }, i) => [
          {
            text: t('button-invites-revoke', { position: offset + i + 1 }),
            data: callbackData('inviteRevoke', id),
          },
        ]),
        ...(turns.length === 0 ? [] : [turns]),
      ],
    },
    args,
  )
}

function page({ t }: ViewContext, key: string, offset: number): Button {
  return { text: t(key), data: callbackData('invites', offset) }
}

export const inviteRevoked: View<ViewBaseArgs & { readonly inviteId: number }> = (view, args) =>
  textMessage({
    html: view.t('invites-revoked'),
    buttons: [
      [{ text: view.t('button-undo'), data: callbackData('inviteRestore', args.inviteId) }],
    ],
  })
