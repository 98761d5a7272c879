import { Composer } from 'grammy'
import {
  certificateOf,
  changeHolder,
  hoursOfTrack,
  issueCertificate,
  judge,
  NAME_LENGTH,
  readHolder,
  readPrintedName,
  readStandings,
  type Issued,
} from '../../certificates/index.ts'
import { readSettings } from '../../learning/index.ts'
import { changePerson } from '../../people/index.ts'
import { openSealed, seal } from '../../platform/seal.ts'
import { AWAITING_NIP } from '../awaiting.ts'
import { callbackPattern } from '../callback.ts'
import { isPlainWord, namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'

export const certificates = new Composer<BotContext>()

/** What the person's next text is, with the track that it is for. */
const AWAITING_NAME = 'certificate-name:'

/** A second tap within a minute is the same wish; see docs/decisions/a-double-tap-is-one-wish.md. */
const ONE_WISH_MS = 60_000

certificates.command(namesOf('sertifikat'), (ctx) => enter(ctx))
certificates.callbackQuery(callbackPattern('certificates'), (ctx) => enter(ctx))
certificates.callbackQuery(callbackPattern('certificate'), (ctx) => withTrack(ctx, proceed))
certificates.callbackQuery(callbackPattern('certificateName'), (ctx) => withTrack(ctx, askName))
certificates.callbackQuery(callbackPattern('certificateKnownName'), (ctx) =>
  withTrack(ctx, (scope, trackId) => takeName(ctx, scope, trackId, scope.person.name)),
)
certificates.callbackQuery(callbackPattern('certificateNip'), (ctx) => withTrack(ctx, askNip))
certificates.callbackQuery(callbackPattern('certificateNoNip'), (ctx) =>
  withTrack(ctx, async (scope, trackId) => {
    await changeHolder(scope.tx, scope.person.id, { sealedNip: null }, scope.now)
    await stopWaiting(scope)
    await prepare(ctx, scope, trackId)
  }),
)
certificates.callbackQuery(callbackPattern('certificateIssue'), (ctx) => withTrack(ctx, issue))
certificates.callbackQuery(callbackPattern('certificateAsn'), (ctx) =>
  withTrack(ctx, async (scope, argument) => {
    const [, yes, trackId] = /^([yn]):(.+)$/.exec(argument) ?? []
    if (trackId === undefined) return
    await changeHolder(scope.tx, scope.person.id, { asn: yes === 'y' }, scope.now)
    await prepare(ctx, scope, trackId)
  }),
)

type Step = (scope: JoinedScope, trackId: string, ctx: BotContext) => Promise<void>

async function withTrack(ctx: BotContext, step: Step): Promise<void> {
  const argument = ctx.match?.[1]
  if (isJoined(ctx.scope) && argument !== undefined) await step(ctx.scope, argument, ctx)
}

/** The one certificate there is, or where each track stands. */
async function enter(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { 'certificate.answered': share } = await readSettings(scope.tx)
  const ready = (await readStandings(scope.tx, scope.person.id)).filter(
    (standing) => standing.certificateId !== null || judge(standing, share).kind === 'earned',
  )
  const [only, another] = ready
  if (only === undefined || another !== undefined) return reply(ctx, 'certificates', {})
  await proceed(scope, only.trackId, ctx)
}

/** What was issued is sent; otherwise whatever is needed yet is asked for. */
async function proceed(scope: JoinedScope, trackId: string, ctx: BotContext): Promise<void> {
  const had = await certificateOf(scope.tx, scope.person.id, trackId)
  if (had === undefined) return prepare(ctx, scope, trackId)
  await (had.revokedAt === null
    ? send(ctx, scope, had.id)
    : reply(ctx, 'certificate-revoked', { certificateId: had.id }))
}

/** One question at a time, each asked once; then the page that shows what will be printed. */
async function prepare(ctx: BotContext, scope: JoinedScope, trackId: string): Promise<void> {
  const { tx, person } = scope
  if ((await certificateOf(tx, person.id, trackId)) === undefined) {
    const standing = (await readStandings(tx, person.id)).find((one) => one.trackId === trackId)
    if (standing === undefined) return reply(ctx, 'note', { key: 'button-stale' })
    const { 'certificate.answered': share } = await readSettings(tx)
    if (judge(standing, share).kind !== 'earned') return reply(ctx, 'certificates', {})
  }
  const holder = await readHolder(tx, person.id)
  if (holder.printedName === null) return askName(scope, trackId, ctx)
  if (holder.asn === null && (await hoursOfTrack(tx, trackId)) !== undefined) {
    return reply(ctx, 'ask-asn', { trackId })
  }
  const offersNip = scope.deps.dataSecret !== undefined
  await reply(ctx, 'confirm-certificate', { trackId, offersNip })
}

async function askName(scope: JoinedScope, trackId: string, ctx: BotContext): Promise<void> {
  await changePerson(scope.tx, scope.person.id, { awaiting: AWAITING_NAME + trackId })
  await reply(ctx, 'ask-certificate-name', { trackId })
}

async function askNip(scope: JoinedScope, trackId: string, ctx: BotContext): Promise<void> {
  if (scope.deps.dataSecret === undefined) return reply(ctx, 'note', { key: 'button-stale' })
  await changePerson(scope.tx, scope.person.id, { awaiting: AWAITING_NIP + trackId })
  await reply(ctx, 'ask-nip', { trackId })
}

async function stopWaiting(scope: JoinedScope): Promise<void> {
  if (scope.person.awaiting === null) return
  await changePerson(scope.tx, scope.person.id, { awaiting: null })
  scope.person = { ...scope.person, awaiting: null }
}

/** What was asked for; any command or plain word ends the asking. */
certificates.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  if (!isJoined(scope)) return next()
  const awaiting = scope.person.awaiting ?? ''
  const asked = [AWAITING_NAME, AWAITING_NIP].find((one) => awaiting.startsWith(one))
  const text = ctx.message.text.trim()
  if (asked === undefined) return next()
  if (text.startsWith('/')) {
    await stopWaiting(scope)
    return next()
  }
  if (isPlainWord(text)) return next()
  const trackId = awaiting.slice(asked.length)
  await (asked === AWAITING_NAME
    ? takeName(ctx, scope, trackId, text)
    : takeNip(ctx, scope, trackId))
})

async function takeName(
  ctx: BotContext,
  scope: JoinedScope,
  trackId: string,
  typed: string,
): Promise<void> {
  const read = readPrintedName(typed)
  if (read.kind === 'too_long') {
    return reply(ctx, 'note', {
      key: 'certificate-name-long',
      variables: { most: NAME_LENGTH },
    })
  }
  if (read.kind === 'unprintable')
    return reply(ctx, 'note', { key: 'certificate-name-unprintable' })
  await changeHolder(scope.tx, scope.person.id, { printedName: read.name }, scope.now)
  await stopWaiting(scope)
  await prepare(ctx, scope, trackId)
}

async function takeNip(ctx: BotContext, scope: JoinedScope, trackId: string): Promise<void> {
  const { tx, person, now, deps } = scope
  if (deps.dataSecret === undefined) return reply(ctx, 'note', { key: 'button-stale' })
  const nip = sealedNip(ctx, deps.dataSecret)
  if (nip === undefined) return reply(ctx, 'note', { key: 'nip-unclear' })
  await changeHolder(tx, person.id, { sealedNip: seal(deps.dataSecret, person.id, nip) }, now)
  await stopWaiting(scope)
  await prepare(ctx, scope, trackId)
}

/** The NIP that was typed: the text of it is masked before it is stored, and this lies beside it. */
function sealedNip(ctx: BotContext, secret: string): string | undefined {
  const { update_id: updateId, ...update } = ctx.update
  const sealed = 'sealed_nip' in update ? update.sealed_nip : undefined
  return typeof sealed === 'string' ? openSealed(secret, `update:${updateId}`, sealed) : undefined
}

async function issue(scope: JoinedScope, trackId: string, ctx: BotContext): Promise<void> {
  const { tx, person, now, deps } = scope
  // Only what was confirmed is printed: the page with this button shows a name.
  if ((await readHolder(tx, person.id)).printedName === null) return askName(scope, trackId, ctx)
  const track = deps.catalogue().tracks.find(({ id }) => id === trackId)
  if (track === undefined) return reply(ctx, 'note', { key: 'certificate-track-gone' })
  const issued = await issueCertificate(
    tx,
    { personId: person.id, track, unknownAsn: 'ask' },
    { now, timezone: deps.timezone },
  )
  await answer(ctx, scope, trackId, issued)
}

async function answer(
  ctx: BotContext,
  scope: JoinedScope,
  trackId: string,
  issued: Issued,
): Promise<void> {
  switch (issued.kind) {
    case 'issued':
    case 'revised':
    case 'unchanged':
      return send(ctx, scope, issued.certificateId)
    case 'revoked':
      return reply(ctx, 'certificate-revoked', { certificateId: issued.certificateId })
    case 'asn_unknown':
      return reply(ctx, 'ask-asn', { trackId })
    case 'not_earned':
      return reply(ctx, 'certificates', {})
    case 'not_begun':
      return reply(ctx, 'note', { key: 'button-stale' })
    case 'name_unprintable':
      return askName(scope, trackId, ctx)
    case 'corrected_too_often':
      return reply(ctx, 'note', { key: 'corrected-too-often' })
  }
}

/** The sheet is drawn when its row is sent, off the answering path; two taps bring one. */
async function send(ctx: BotContext, scope: JoinedScope, certificateId: number): Promise<void> {
  const wish = Math.floor(scope.now.getTime() / ONE_WISH_MS)
  const byTap = ctx.callbackQuery !== undefined
  const message = ctx.callbackQuery?.message?.message_id ?? 0
  const dedupeKey = `certificate:${scope.person.id}:${certificateId}:${message}:${wish}`
  await reply(ctx, 'certificate', { certificateId }, byTap ? { dedupeKey } : {})
}
