import { auditGroups, isAuditAction, readAudit, type AuditEntry } from '../../audit/index.ts'
import { addCivilDays, civilDay, civilMinute, momentOf } from '../../learning/index.ts'
import { findPeople, findUnit, type Person } from '../../people/index.ts'
import { auditArgument, WHOLE_TRAIL, type AuditPlace } from '../audit-place.ts'
import { callbackData } from '../callback.ts'
import type { Period } from '../read-period.ts'
import { Html } from '../texts.ts'
import { hourText, shortDaysText } from '../when.ts'
import { clip } from './clip.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** Entries of one page. */
const PAGE = 10

/** Who did what, the newest first. */
export const audit: View<AuditPlace> = async (view, args) => {
  const { t } = view
  const place = { ...WHOLE_TRAIL, ...args }
  const { entries, more } = await readAudit(view.db, queryOf(view, place))
  const named = await namesIn(view, entries, place)
  const head = [t('audit-head'), ...narrowed(view, place, named)].join('\n')
  const lines = entries.map((entry) => lineOf(view, entry, named))
  const body = lines.length === 0 ? t('audit-empty') : lines.join('\n')
  const last = entries.at(-1)
  const turns: Button[] = [
    ...(place.before === null ? [] : [to(view, 'button-audit-newest', { ...place, before: null })]),
    ...(more && last !== undefined
      ? [to(view, 'button-audit-older', { ...place, before: last.id })]
      : []),
  ]
  return textMessage(
    {
      html: `${head}\n\n${body}`,
      buttons: [
        ...(turns.length === 0 ? [] : [turns]),
        [
          {
            text: t('button-audit-groups'),
            data: callbackData('auditGroups', auditArgument({ ...place, before: null })),
          },
          { text: t('button-audit-search'), data: callbackData('auditSearch') },
        ],
        ...(isWhole(place) ? [] : [[to(view, 'button-audit-all', WHOLE_TRAIL)]]),
      ],
    },
    args,
  )
}

function queryOf({ timezone }: ViewContext, place: AuditPlace): Parameters<typeof readAudit>[1] {
  const { personId, unitId, group, period, before } = place
  return {
    limit: PAGE,
    ...(personId === null ? {} : { personId }),
    ...(unitId === null ? {} : { unitId }),
    ...(group === null ? {} : { group }),
    ...(before === null ? {} : { before }),
    ...(period === null
      ? {}
      : {
          from: momentOf(timezone, period.first, 0),
          to: momentOf(timezone, addCivilDays(period.last, 1), 0),
        }),
  }
}

function isWhole({ personId, unitId, group, period }: AuditPlace): boolean {
  return personId === null && unitId === null && group === null && period === null
}

function to({ t }: ViewContext, key: string, place: AuditPlace): Button {
  return { text: t(key), data: callbackData('audit', auditArgument(place)) }
}

interface Named {
  readonly people: ReadonlyMap<string, Person>
  readonly units: ReadonlyMap<string, string>
}

/** Names as they are now; the trail itself holds none. */
async function namesIn(
  { db }: ViewContext,
  entries: readonly AuditEntry[],
  { personId, unitId }: AuditPlace,
): Promise<Named> {
  const people = [personId, ...entries.flatMap((entry) => [entry.byId, entry.personId])]
  const units = new Set([unitId, ...entries.map((entry) => entry.unitId)])
  const found = await Promise.all(
    [...units].map(async (id) => (id === null ? undefined : findUnit(db, id))),
  )
  return {
    people: await findPeople(db, [...new Set(people.filter((id) => id !== null))]),
    units: new Map(found.flatMap((unit) => (unit === undefined ? [] : [[unit.id, unit.name]]))),
  }
}

function narrowed(view: ViewContext, place: AuditPlace, named: Named): string[] {
  const { t } = view
  const { personId, unitId, group, period } = place
  return [
    ...(personId === null ? [] : [t('audit-of', { what: personName(view, personId, named) })]),
    ...(unitId === null ? [] : [t('audit-of', { what: named.units.get(unitId) ?? '' })]),
    ...(group === null ? [] : [t('audit-of', { what: t(`audit-group-${group}`) })]),
    ...(period === null ? [] : [t('audit-of', { what: periodText(view, period) })]),
  ]
}

function periodText({ locale }: ViewContext, { first, last }: Period): string {
  return `${shortDaysText(first, last, locale)} ${last.slice(0, 4)}`
}

function personName({ t }: ViewContext, id: string, { people }: Named): string {
  return people.get(id)?.name ?? t('audit-gone')
}

function lineOf(view: ViewContext, entry: AuditEntry, named: Named): string {
  const { t, timezone, locale } = view
  const { at, action, byId, personId, unitId, details } = entry
  const day = civilDay(timezone, at)
  const when = `${shortDaysText(day, day, locale)} ${hourText(civilMinute(timezone, at), locale)}`
  const who = byId === null ? t('audit-shell') : personName(view, byId, named)
  const about = [
    ...(personId === null ? [] : [personName(view, personId, named)]),
    ...(unitId === null ? [] : [named.units.get(unitId) ?? t('audit-gone')]),
  ]
  // In our order: the table keeps them in none that says anything.
  const figures = auditDetails.flatMap((name) => {
    const value = details[name]
    return value === undefined || value === null
      ? []
      : [t('audit-detail', { name: t(`audit-detail-${name}`), value: clip(String(value), 60) })]
  })
  // A word that a newer version wrote is shown as it stands.
  const did = isAuditAction(action) ? t(`audit-did-${wordOf(action)}`) : action
  const line = t('audit-line', { when, who: clip(who, 40), did })
  const rest = [...about.map((name) => t('audit-about', { name: clip(name, 60) })), ...figures]
  return [line, ...rest].join(' · ')
}

/** `person.moved_away` as the locales write it. */
function wordOf(action: string): string {
  return action.replaceAll(/[._]/g, '-')
}

/** Details that say something to a reader; ids are for whoever looks into the table. */
export const auditDetails = [
  'added',
  'announcement',
  'calendar',
  'changed',
  'count',
  'day',
  'from',
  'jp',
  'kind',
  'name',
  'number',
  'reason',
  'recipients',
  'removed',
  'role',
  'sector',
  'setting',
  'to',
  'track',
  'uses',
  'was',
  'year',
] as const

/** Which kind of deed is wanted? */
export const auditGroupsView: View<AuditPlace> = (view, args) => {
  const { t } = view
  const place = { ...WHOLE_TRAIL, ...args }
  const buttons = auditGroups.map((group) => ({
    text: t(`audit-group-${group}`),
    data: callbackData('audit', auditArgument({ ...place, group })),
  }))
  return textMessage(
    {
      html: t('audit-which-group'),
      buttons: [
        ...Array.from({ length: Math.ceil(buttons.length / 2) }, (_, i) =>
          buttons.slice(i * 2, i * 2 + 2),
        ),
        [to(view, 'button-audit-every', { ...place, group: null })],
      ],
    },
    args,
  )
}

export interface AuditChooseArgs extends ViewBaseArgs {
  readonly personIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly period: Period | null
  readonly more: boolean
}

/** People and units of a name. */
export const auditChoose: View<AuditChooseArgs> = async (view, args) => {
  const { t, db } = view
  const { personIds, unitIds, period, more } = args
  const people = await findPeople(db, personIds)
  const units = await Promise.all(unitIds.map((id) => findUnit(db, id)))
  const choices = [
    ...personIds.map((id) => ({ personId: id, name: people.get(id)?.name ?? '' })),
    ...unitIds.map((id, i) => ({ unitId: id, name: units[i]?.name ?? '' })),
  ]
  return textMessage({
    html: t(more ? 'audit-choose-more' : 'audit-choose', {
      count: new Html(String(choices.length)),
    }),
    buttons: choices.map(({ name, ...which }) => [
      {
        text: clip(name, BUTTON_LENGTH),
        data: callbackData('audit', auditArgument({ ...WHOLE_TRAIL, ...which, period })),
      },
    ]),
  })
}
