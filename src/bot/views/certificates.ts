import {
  certificateOf,
  findCertificate,
  fileNameOf,
  hoursOfTrack,
  judge,
  readHolder,
  readPrintedName,
  readStandings,
  type Standing,
} from '../../certificates/index.ts'
import { readSettings } from '../../learning/index.ts'
import { findRootUnit, findUnit } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { reasonText } from './certificate-checked.ts'
import { clip } from './clip.ts'
import { personOf, you } from './person-texts.ts'
import { documentMessage } from './upload-message.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

interface TrackArgs extends ViewBaseArgs {
  readonly trackId: string
}

interface CertificateArgs extends ViewBaseArgs {
  readonly certificateId: number
}

/** A button's text that a phone shows whole. */
const BUTTON_LENGTH = 40

/** A certificate as a PDF, drawn now; a correction begins from it. */
export const certificate: View<CertificateArgs> = async (view, { certificateId }) => {
  const found = await findCertificate(view.db, certificateId)
  if (found === undefined || found.revokedAt !== null) return { cancel: 'revoked meanwhile' }
  return documentMessage({
    bytes: await view.printer.print(view.db, [found]),
    fileName: fileNameOf(found.number),
    html: view.t('certificate', { you: you(view), number: found.number }),
    buttons: [
      [
        {
          text: view.t('button-correct-certificate'),
          data: callbackData('certificateName', found.trackId),
        },
      ],
    ],
  })
}

export const certificateRevoked: View<CertificateArgs> = async (view, { certificateId }) => {
  const found = await findCertificate(view.db, certificateId)
  if (found?.revokedAt == null || found.revokedReason === null)
    return { cancel: 'restored meanwhile' }
  return textMessage({
    html: view.t('certificate-revoked', {
      number: found.number,
      day: dateText(found.revokedAt, personOf(view).timezone, view.locale),
      reason: reasonText(view, found.revokedReason),
    }),
  })
}

/** Where each track stands, and what remains. */
export const certificates: View<ViewBaseArgs> = async (view) => {
  const standings = await readStandings(view.db, personOf(view).id)
  const { 'certificate.answered': share } = await readSettings(view.db)
  const lines = standings.map((standing) => standingLine(view, standing, share))
  if (lines.length === 0) return textMessage({ html: view.t('certificates-none') })
  return textMessage({
    html: view.t('certificates', {
      you: you(view),
      tracks: new Html(lines.map(({ html }) => html).join('\n')),
    }),
    buttons: lines.flatMap(({ button }) => (button === undefined ? [] : [[button]])),
  })
}

function standingLine(
  view: ViewContext,
  standing: Standing,
  share: number,
): { readonly html: string; readonly button?: Button } {
  const track = titleOf(view, standing.trackId)
  const judged = judge(standing, share)
  if (standing.certificateId === null && judged.kind === 'under_way') {
    return { html: view.t('standing-under-way', { track, count: judged.toCome }) }
  }
  if (standing.certificateId === null && judged.kind === 'skipped') {
    return { html: view.t('standing-skipped', { track, count: judged.missing }) }
  }
  return {
    html: view.t(standing.certificateId === null ? 'standing-ready' : 'standing-issued', { track }),
    button: {
      text: clip(view.t('certificate-of', { track: new Html(track) }), BUTTON_LENGTH),
      data: callbackData('certificate', standing.trackId),
    },
  }
}

function titleOf(view: ViewContext, trackId: string): string {
  return view.catalogue.tracks.find(({ id }) => id === trackId)?.title[view.locale] ?? trackId
}

export const askCertificateName: View<TrackArgs> = (view, { trackId }) => {
  const known = readPrintedName(personOf(view).name)
  return textMessage({
    html: view.t('ask-certificate-name'),
    buttons:
      known.kind === 'name'
        ? [
            [
              {
                text: clip(known.name, BUTTON_LENGTH),
                data: callbackData('certificateKnownName', trackId),
              },
            ],
          ]
        : [],
  })
}

export const askAsn: View<TrackArgs> = (view, { trackId }) =>
  textMessage({
    html: view.t('ask-asn'),
    buttons: [
      [
        { text: view.t('button-asn'), data: callbackData('certificateAsn', `y:${trackId}`) },
        { text: view.t('button-not-asn'), data: callbackData('certificateAsn', `n:${trackId}`) },
      ],
    ],
  })

export const askNip: View<TrackArgs> = (view, { trackId }) =>
  textMessage({
    html: view.t('ask-nip'),
    buttons: [
      [{ text: view.t('button-without-nip'), data: callbackData('certificateNoNip', trackId) }],
    ],
  })

/** What will be printed, before it is; a NIP is not shown again, only that there is one. */
export const confirmCertificate: View<TrackArgs & { readonly offersNip: boolean }> = async (
  view,
  { trackId, offersNip },
) => {
  const person = personOf(view)
  const { db, t } = view
  const had = await certificateOf(db, person.id, trackId)
  const holder = await readHolder(db, person.id)
  const hours = await hoursOfTrack(db, trackId)
  const jp = had === undefined ? (holder.asn === true ? hours?.jp : undefined) : had.sheet.jp
  const lines = [
    t('confirm-name', { name: holder.printedName ?? person.name }),
    ...(holder.sealedNip === null ? [] : [t('confirm-nip')]),
    t('confirm-unit', { unit: had?.sheet.unit ?? (await unitOf(view)) }),
    t('confirm-track', { track: titleOf(view, trackId) }),
    ...(jp === undefined || jp === null ? [] : [t('confirm-hours', { jp })]),
  ]
  const change = { text: t('button-change-name'), data: callbackData('certificateName', trackId) }
  const nip =
    holder.sealedNip === null
      ? { text: t('button-add-nip'), data: callbackData('certificateNip', trackId) }
      : { text: t('button-without-nip'), data: callbackData('certificateNoNip', trackId) }
  return textMessage({
    html: t(had === undefined ? 'confirm-certificate' : 'confirm-correction', {
      lines: new Html(lines.join('\n')),
    }),
    buttons: [
      [
        {
          text: t(had === undefined ? 'button-issue' : 'button-issue-anew'),
          data: callbackData('certificateIssue', trackId),
        },
      ],
      offersNip || holder.sealedNip !== null ? [change, nip] : [change],
    ],
  })
}

async function unitOf(view: ViewContext): Promise<string> {
  const { unitId } = personOf(view)
  const unit = unitId === null ? undefined : await findUnit(view.db, unitId)
  return (unit ?? (await findRootUnit(view.db)))?.name ?? view.t('notice-organisation')
}
