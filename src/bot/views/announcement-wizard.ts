import {
  choosableUnits,
  countAudience,
  findAnnouncement,
  latestOf,
  type Announcement,
  type AudienceCount,
} from '../../announcements/index.ts'
import { civilDay, civilMinute } from '../../learning/index.ts'
import { jobRoles } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { hourText, shortDaysText } from '../when.ts'
import type { AnnouncementArgs } from './announcement-message.ts'
import { clip } from './clip.ts'
import { pageOf } from './page-of.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewContext } from './view.ts'

/** Earlier ones that are offered, to look at how they went. */
const EARLIER = 5

/** Characters of a unit's or a track's name on a button. */
const NAME = 40

/** Asks for the message; earlier announcements are a tap away. */
export const askAnnouncement: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const { t } = view
  const earlier = await latestOf(view.db, personOf(view).id, EARLIER)
  return textMessage({
    html: t('ask-announcement'),
    buttons: [
      ...earlier.map((one) => [
        {
          text: t('announcement-open', {
            id: one.id,
            when: sentText(view, one),
            state: t(`announcement-${one.state.replace('_', '-')}`),
          }),
          data: callbackData('announceOpen', one.id),
        },
      ]),
      [cancelButton(view, announcementId)],
    ],
  })
}

/** Nothing of what it says is stored, so its day and hour tell which one it was: "23 Nov 09.31". */
function sentText(view: ViewContext, { sendAt, startsAt, createdAt }: Announcement): string {
  const { timezone } = personOf(view)
  const moment = startsAt ?? sendAt ?? createdAt
  const day = civilDay(timezone, moment)
  const hour = hourText(civilMinute(timezone, moment), view.locale)
  return `${shortDaysText(day, day, view.locale)} ${hour}`
}

export function cancelButton({ t }: ViewContext, id: number): Button {
  return { text: t('button-announcement-drop'), data: callbackData('announceCancel', id) }
}

export interface AudienceArgs extends AnnouncementArgs {
  /** A text above it: why it is asked again. */
  readonly note?: string
}

/** Whom it is for, and how many that are. */
export const announcementAudience: View<AudienceArgs> = async (view, args) => {
  const { t } = view
  const draft = await findAnnouncement(view.db, args.announcementId)
  if (draft?.state !== 'draft') return { cancel: 'no draft any more' }
  const { id, audience } = draft
  const count = await countAudience(view.db, personOf(view).id, audience, view.now)
  const html = t('announcement-audience', {
    ...(await audienceTexts(view, draft)),
    reached: count.reached,
    rest: new Html(restText(view, count)),
  })
  const note = args.note ?? (count.reached === 0 ? 'announcement-empty' : undefined)
  return textMessage(
    {
      html: note === undefined ? html : `${t(note)}\n\n${html}`,
      buttons: [
        [
          choose(view, id, 'u', 'button-announcement-units'),
          choose(view, id, 'r', 'button-announcement-roles'),
        ],
        [
          choose(view, id, 't', 'button-announcement-tracks'),
          {
            text: t(
              audience.state === 'all' ? 'button-announcement-lagging' : 'button-announcement-all',
            ),
            data: callbackData('announceState', id),
          },
        ],
        ...(count.reached === 0
          ? []
          : [
              [
                {
                  text: t('button-announcement-preview'),
                  data: callbackData('announcePreview', id),
                },
              ],
            ]),
        [cancelButton(view, id)],
      ],
    },
    args,
  )
}

function choose({ t }: ViewContext, id: number, what: ChoiceKind, key: string): Button {
  return { text: t(key), data: callbackData('announceBy', `${id}.${what}.0`) }
}

export async function audienceTexts(
  view: ViewContext,
  { audience }: Announcement,
): Promise<Record<string, string>> {
  const { t } = view
  const listed = (names: readonly string[], none: string): string =>
    names.length === 0 ? t(none) : names.join(', ')
  const units = await choosableUnits(view.db, personOf(view).id)
  return {
    units: listed(
      units.filter(({ id }) => audience.units.includes(id)).map(({ name }) => name),
      'announcement-all-units',
    ),
    roles: listed(
      audience.roles.map((role) => t(`role-${role}`)),
      'announcement-all-roles',
    ),
    tracks: listed(
      audience.tracks.map((id) => trackName(view, id)),
      'announcement-all-tracks',
    ),
    state: t(`announcement-of-${audience.state}`),
  }
}

function trackName({ catalogue, locale }: ViewContext, id: string): string {
  return catalogue.tracks.find((track) => track.id === id)?.title[locale] ?? id
}

/** Who of those that are named gets none, or gets it silently; a line for each that there is. */
export function restText(
  { t }: ViewContext,
  { unreachable, movedAway, joining, unclaimed, resting }: AudienceCount,
): string {
  return [
    ...(unreachable > 0 ? [t('announcement-unreachable', { count: unreachable })] : []),
    ...(movedAway > 0 ? [t('announcement-moved-away', { count: movedAway })] : []),
    ...(joining > 0 ? [t('announcement-joining', { count: joining })] : []),
    ...(unclaimed > 0 ? [t('announcement-unclaimed', { count: unclaimed })] : []),
    ...(resting > 0 ? [t('announcement-resting', { count: resting })] : []),
  ]
    .map((line) => `\n${line}`)
    .join('')
}

/** What the audience is chosen by: units, roles, tracks. */
export type ChoiceKind = 'u' | 'r' | 't'

export interface ChooseArgs extends AnnouncementArgs {
  readonly by: ChoiceKind
  readonly from: number
}

const PAGE = 8

/** A page of what can be ticked. */
export const announcementChoose: View<ChooseArgs> = async (view, args) => {
  const { t } = view
  const { by, from } = args
  const draft = await findAnnouncement(view.db, args.announcementId)
  if (draft?.state !== 'draft') return { cancel: 'no draft any more' }
  const { items, before, after, first, last } = pageOf(await choices(view, draft, by), from, PAGE)
  const to = (start: number): string => callbackData('announceBy', `${draft.id}.${by}.${start}`)
  return textMessage(
    {
      html: t(`announcement-choose-${by}`),
      buttons: [
        ...items.map(({ value, name, chosen }) => [
          {
            text: `${chosen ? '✓ ' : ''}${clip(name, NAME)}`,
            data: callbackData('announceToggle', `${draft.id}.${by}.${value}`),
          },
        ]),
        [
          ...(before === undefined
            ? []
            : [{ text: t('button-announcement-previous'), data: to(first - 1 - PAGE) }]),
          ...(after === undefined ? [] : [{ text: t('button-announcement-next'), data: to(last) }]),
        ],
        [
          {
            text: t('button-announcement-chosen'),
            data: callbackData('announceAudience', draft.id),
          },
        ],
      ].filter((row) => row.length > 0),
    },
    args,
  )
}

interface Choice {
  readonly value: string
  readonly name: string
  readonly chosen: boolean
}

async function choices(
  view: ViewContext,
  { audience }: Announcement,
  by: ChoiceKind,
): Promise<Choice[]> {
  switch (by) {
    case 'u':
      return (await choosableUnits(view.db, personOf(view).id)).map(({ id, name }) => ({
        value: id,
        name,
        chosen: audience.units.includes(id),
      }))
    case 'r':
      return jobRoles.map((role) => ({
        value: role,
        name: view.t(`role-${role}`),
        chosen: audience.roles.includes(role),
      }))
    case 't':
      return view.catalogue.tracks.map(({ id, title }) => ({
        value: id,
        name: title[view.locale],
        chosen: audience.tracks.includes(id),
      }))
  }
}
