import {
  findPeople,
  findRoleChange,
  findUnit,
  listRoles,
  type ListedRole,
  type PageOfUnits,
  type RoleChange,
} from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { idIn, shortId } from '../short-id.ts'
import { escapeHtml, Html } from '../texts.ts'
import { clip } from './clip.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** What somebody is about to do: give (`g`), take (`t`) or hand over (`h`); no unit: admin. */
export interface RoleWish extends ViewBaseArgs {
  readonly change: 'g' | 't' | 'h'
  readonly personId: string
  readonly unitId: string | null
}

export function roleWish({ change, personId, unitId }: RoleWish): string {
  return `${change}${shortId(personId)}${unitId === null ? '' : `.${shortId(unitId)}`}`
}

/** The wish of a button; undefined for what none of ours says. */
export function readRoleWish(argument: string | undefined): RoleWish | undefined {
  const [, change, person, unit] = /^([gth])([^.]+)(?:\.(.+))?$/.exec(argument ?? '') ?? []
  const personId = idIn(person)
  const unitId = unit === undefined ? null : idIn(unit)
  if (personId === undefined || unitId === undefined) return undefined
  if (change === 'h') return unitId === null ? undefined : { change, personId, unitId }
  return change === 'g' || change === 't' ? { change, personId, unitId } : undefined
}

/** Where it begins: for admins a name is asked for; coordinators see what they can hand over. */
export const roles: View<ViewBaseArgs> = async (view, args) => {
  const { t } = view
  const { id } = personOf(view)
  const { admin } = await view.rolesOf(id)
  const own = await listRoles(view.db, { personId: id })
  return textMessage(
    {
      html: t(admin ? 'roles-admin' : 'roles-coordinator'),
      buttons: own.flatMap((held) => handOverButton(view, held)),
    },
    args,
  )
}

function handOverButton({ t }: ViewContext, { unitId, unit }: ListedRole): Button[][] {
  if (unitId === null) return []
  const text = clip(t('roles-hand-over-unit', { unit: new Html(unit ?? '') }), BUTTON_LENGTH)
  return [[{ text, data: callbackData('roleHandOver', shortId(unitId)) }]]
}

export const roleHandOver: View<ViewBaseArgs & { readonly unitId: string }> = async (
  view,
  args,
) => {
  const unit = await findUnit(view.db, args.unitId)
  return textMessage({ html: view.t('roles-hand-over', { unit: unit?.name ?? '' }) })
}

export interface RolePeopleArgs extends ViewBaseArgs {
  readonly ids: readonly string[]
  readonly more: boolean
  /** Of these people, one is to get this unit; left out: any role. */
  readonly unitId?: string
}

/** People of a name; with their unit, since many share one. */
export const rolePeople: View<RolePeopleArgs> = async (view, { ids, more, unitId }) => {
  const { t, db } = view
  if (ids.length === 0) return textMessage({ html: t('roles-nobody') })
  const people = await findPeople(db, ids)
  const buttons = await Promise.all(
    ids.map(async (id): Promise<Button[]> => {
      const person = people.get(id)
      const unit = person?.unitId == null ? undefined : await findUnit(db, person.unitId)
      const name = [person?.name ?? '', unit?.name].filter(Boolean).join(' · ')
      const data =
        unitId === undefined
          ? callbackData('roleCard', shortId(id))
          : callbackData('roleAsk', roleWish({ change: 'h', personId: id, unitId }))
      return [{ text: clip(name, BUTTON_LENGTH), data }]
    }),
  )
  return textMessage({ html: t(more ? 'roles-people-more' : 'roles-people'), buttons })
}

interface RoleCardArgs extends ViewBaseArgs {
  readonly personId: string
}

/** What somebody may do beyond learning, and what can be given or taken. */
export const roleCard: View<RoleCardArgs> = async (view, args) => {
  const { t, db } = view
  const { personId } = args
  const person = (await findPeople(db, [personId])).get(personId)
  if (person === undefined) return textMessage({ html: t('roles-gone') }, args)
  const held = await listRoles(db, { personId })
  const lines = held.map((one) => `• ${heldText(view, one)}`)
  const isAdmin = held.some(({ role }) => role === 'admin')
  return textMessage(
    {
      html: t('roles-card', {
        name: person.name,
        roles: new Html(lines.length === 0 ? t('roles-none') : lines.join('\n')),
      }),
      buttons: [
        [
          {
            text: t('button-role-coordinator'),
            data: callbackData('roleUnits', shortId(personId)),
          },
        ],
        ...(isAdmin ? [] : [askButton(t('button-role-admin'), 'g', personId, null)]),
        ...held.map((one) => takeButton(view, one)),
      ],
    },
    args,
  )
}

function heldText({ t }: ViewContext, { role, unit }: Pick<ListedRole, 'role' | 'unit'>): string {
  return role === 'admin' ? t('roles-is-admin') : t('roles-is-coordinator', { unit: unit ?? '' })
}

function askButton(
  text: string,
  change: RoleWish['change'],
  personId: string,
  unitId: string | null,
): Button[] {
  return [{ text, data: callbackData('roleAsk', roleWish({ change, personId, unitId })) }]
}

function takeButton({ t }: ViewContext, { personId, unitId, unit }: ListedRole): Button[] {
  const text =
    unitId === null
      ? t('button-role-take-admin')
      : t('roles-take-unit', { unit: new Html(unit ?? '') })
  return askButton(clip(text, BUTTON_LENGTH), 't', personId, unitId)
}

export interface RoleUnitsArgs extends ViewBaseArgs, PageOfUnits {
  readonly personId: string
  /** Null: the units of a name that was typed, which have no further page. */
  readonly offset: number | null
}

/** Of which unit? */
export const roleUnits: View<RoleUnitsArgs> = (view, args) => {
  const { t } = view
  const { personId, units, total, offset } = args
  if (units.length === 0) return textMessage({ html: t('roles-no-unit') }, args)
  const turns = (offset === null ? [] : [offset - units.length, offset + units.length])
    .map((at, i) => ({ at: i === 0 ? Math.max(0, at) : at, before: i === 0 }))
    .filter(({ at, before }) => (before ? (offset ?? 0) > 0 : at < total))
  return textMessage(
    {
      html: t(total > units.length ? 'roles-units-more' : 'roles-units'),
      buttons: [
        ...units.map(({ id, name }) => askButton(clip(name, BUTTON_LENGTH), 'g', personId, id)),
        turns.map(({ at, before }) => ({
          text: t(before ? 'button-content-previous' : 'button-content-next'),
          data: callbackData('roleUnits', `${shortId(personId)}.${at}`),
        })),
      ].filter((row) => row.length > 0),
    },
    args,
  )
}

/** The last word before a role changes. */
export const roleConfirm: View<RoleWish> = async (view, args) => {
  const { t, db } = view
  const { change, personId, unitId } = args
  const person = (await findPeople(db, [personId])).get(personId)
  const unit = unitId === null ? undefined : await findUnit(db, unitId)
  if (person === undefined || (unitId !== null && unit === undefined)) {
    return textMessage({ html: t('roles-gone') }, args)
  }
  const key = {
    g: unitId === null ? 'roles-confirm-admin' : 'roles-confirm-coordinator',
    t: unitId === null ? 'roles-confirm-take-admin' : 'roles-confirm-take',
    h: 'roles-confirm-hand-over',
  }[change]
  return textMessage(
    {
      html: t(key, { name: person.name, unit: unit?.name ?? '' }),
      buttons: [
        [{ text: t('button-role-yes'), data: callbackData('roleDo', roleWish(args)) }],
        [{ text: t('button-role-no'), data: callbackData('roles') }],
      ],
    },
    args,
  )
}

interface RoleChangeArgs extends ViewBaseArgs {
  readonly changeId: number
}

/** For whoever did it, with the way back. */
export const roleDone: View<RoleChangeArgs> = async (view, args) => {
  const { t } = view
  const change = await findRoleChange(view.db, args.changeId)
  if (change === undefined) return { cancel: 'the change is gone' }
  const key = {
    granted: change.role === 'admin' ? 'roles-done-admin' : 'roles-done-coordinator',
    revoked: change.role === 'admin' ? 'roles-done-take-admin' : 'roles-done-take',
    handed_over: 'roles-done-hand-over',
  }[change.change]
  return textMessage(
    {
      html: t(key, await namesIn(view, change)),
      buttons: [[{ text: t('button-undo'), data: callbackData('roleUndo', change.id) }]],
    },
    args,
  )
}

async function namesIn(
  view: ViewContext,
  { personId, unitId }: RoleChange,
): Promise<{ name: Html; unit: Html }> {
  const person = (await findPeople(view.db, [personId])).get(personId)
  const unit = unitId === null ? undefined : await findUnit(view.db, unitId)
  return {
    name: new Html(escapeHtml(person?.name ?? '')),
    unit: new Html(escapeHtml(unit?.name ?? '')),
  }
}

/** For whoever got or lost a role; a change that was undone says so. */
export const roleTold: View<RoleChangeArgs> = async (view, args) => {
  const change = await findRoleChange(view.db, args.changeId)
  if (change === undefined) return { cancel: 'the change is gone' }
  const gained = (change.personId === personOf(view).id) === (change.change !== 'revoked')
  const has = change.undoneAt === null ? gained : !gained
  const key =
    change.role === 'admin'
      ? has
        ? 'roles-told-admin'
        : 'roles-told-no-admin'
      : has
        ? 'roles-told-coordinator'
        : 'roles-told-no-coordinator'
  const { unit } = await namesIn(view, change)
  return textMessage({
    html: view.t(key, { unit }),
    ...(has && change.role === 'coordinator'
      ? { buttons: [[{ text: view.t('button-roster'), data: callbackData('roster') }]] }
      : {}),
  })
}
