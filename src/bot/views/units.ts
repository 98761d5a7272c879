import { listCalendars, readUnitCalendar } from '../../learning/index.ts'
import {
  childrenOf,
  findUnit,
  readUnitCard,
  unitKinds,
  type PageOfUnits,
  type UnitCard,
} from '../../people/index.ts'
import { callbackData, type Callback } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { markOf, NONE, sectorsIn, unitArgument } from '../unit-wish.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

/** Units below on one page. */
const PAGE = 8

export interface UnitArgs extends ViewBaseArgs {
  readonly unitId: string
  /** From which of the units below it on. */
  readonly offset: number
  /** What was done to it just now, a text of the locales. */
  readonly note?: string
}

/** A unit: what is set about it, who is there, and what stands below it. */
export const unit: View<UnitArgs> = async (view, args) => {
  const { t, db } = view
  const { unitId, offset, note } = args
  const card = await readUnitCard(db, unitId)
  if (card === undefined) return textMessage({ html: t('unit-gone') }, args)
  const said = note === undefined ? [] : [t(note, { unit: card.name })]
  if (card.closed) {
    const html = [...said, t('unit-is-closed', { unit: card.name })].join('\n\n')
    const buttons = [[to(view, 'unitReopen', 'button-unit-reopen', unitArgument(unitId))]]
    return textMessage({ html, buttons }, args)
  }
  const below = await childrenOf(db, unitId, { offset, limit: PAGE })
  return textMessage(
    {
      html: [...said, await describe(view, card)].join('\n\n'),
      buttons: [
        ...below.map(({ id, name }) => [
          {
            // A button is plain text.
            text: clip(t('unit-below', { unit: new Html(name) }), BUTTON_LENGTH),
            data: callbackData('unit', unitArgument(id)),
          },
        ]),
        ...turns(view, card, offset, below.length),
        ...actions(view, card),
      ],
    },
    args,
  )
}

async function describe({ t, db }: ViewContext, card: UnitCard): Promise<string> {
  const { name, parent, kind, sector, heldSector, people, peopleInAll, children } = card
  const { calendarId, own } = await readUnitCalendar(db, card.id)
  const calendars = await listCalendars(db)
  const calendar = calendars.find(({ id }) => id === calendarId)?.name ?? calendarId
  return [
    t('unit-head', { unit: name }),
    ...(parent === null ? [] : [t('unit-parent', { unit: parent })]),
    t('unit-people', { people, all: peopleInAll }),
    t('unit-children', { count: children }),
    ...(kind === null ? [] : [t('unit-has-kind', { kind: t(`unit-kind-${wordOf(kind)}`) })]),
    heldSector === null
      ? t('unit-no-sector')
      : t(sector === null ? 'unit-sector-above' : 'unit-has-sector', { sector: heldSector }),
    t(own ? 'unit-has-calendar' : 'unit-calendar-above', { calendar }),
  ].join('\n')
}

function wordOf(kind: string): string {
  return kind.replaceAll('_', '-')
}

function to({ t }: ViewContext, callback: Callback, key: string, argument: string): Button {
  return { text: t(key), data: callbackData(callback, argument) }
}

function turns(
  view: ViewContext,
  { id, children }: UnitCard,
  offset: number,
  shown: number,
): Button[][] {
  const row = [
    ...(offset > 0
      ? [to(view, 'unit', 'button-content-previous', unitArgument(id, Math.max(0, offset - PAGE)))]
      : []),
    ...(offset + shown < children
      ? [to(view, 'unit', 'button-content-next', unitArgument(id, offset + PAGE))]
      : []),
  ]
  return row.length === 0 ? [] : [row]
}

function actions(view: ViewContext, { id, parentId }: UnitCard): Button[][] {
  const one = (callback: Callback, key: string): Button => to(view, callback, key, unitArgument(id))
  const root = parentId === null
  return [
    [one('unitAdd', 'button-unit-add'), one('unitRename', 'button-unit-rename')],
    [one('unitKind', 'button-unit-kind'), one('unitSector', 'button-unit-sector')],
    [
      one('unitCalendar', 'button-unit-calendar'),
      ...(root ? [] : [one('unitMove', 'button-unit-move')]),
    ],
    [
      ...(root ? [] : [one('unitClose', 'button-unit-close')]),
      { text: view.t('button-unit-find'), data: callbackData('unitFind') },
    ],
    ...(root ? [] : [[to(view, 'unit', 'button-unit-up', unitArgument(parentId))]]),
  ]
}

export interface UnitChooseArgs extends ViewBaseArgs, PageOfUnits {
  /** The unit that is to stand below the one that is chosen; null: one is to be shown. */
  readonly movedId: string | null
}

/** Units of a name, of which one is meant. */
export const unitChoose: View<UnitChooseArgs> = ({ t }, { units, total, movedId }) => {
  if (units.length === 0) return textMessage({ html: t('roles-no-unit') })
  const more = total - units.length
  return textMessage({
    html: t(more > 0 ? 'unit-choose-more' : 'unit-choose', { total, more }),
    buttons: units.map(({ id, name }) => [
      {
        text: clip(name, BUTTON_LENGTH),
        data:
          movedId === null
            ? callbackData('unit', unitArgument(id))
            : callbackData('unitMoveTo', unitArgument(movedId, shortId(id))),
      },
    ]),
  })
}

interface OfUnit extends ViewBaseArgs {
  readonly unitId: string
}

/** Buttons two in a row, and the way back below them. */
function choices(view: ViewContext, unitId: string, buttons: readonly Button[]): Button[][] {
  return [
    ...Array.from({ length: Math.ceil(buttons.length / 2) }, (_, i) =>
      buttons.slice(i * 2, i * 2 + 2),
    ),
    [to(view, 'unit', 'button-status-back', unitArgument(unitId))],
  ]
}

export const unitKindsView: View<OfUnit> = (view, args) => {
  const { t } = view
  const { unitId } = args
  const buttons = [
    ...unitKinds.map((kind) => ({
      text: t(`unit-kind-${wordOf(kind)}`),
      data: callbackData('unitKindSet', unitArgument(unitId, kind)),
    })),
    to(view, 'unitKindSet', 'button-unit-no-kind', unitArgument(unitId, NONE)),
  ]
  return textMessage({ html: t('unit-which-kind'), buttons: choices(view, unitId, buttons) }, args)
}

export const unitSectors: View<OfUnit> = (view, args) => {
  const { unitId } = args
  const buttons = [
    ...sectorsIn(view.catalogue).map((sector) => ({
      text: clip(sector, BUTTON_LENGTH),
      data: callbackData('unitSectorSet', unitArgument(unitId, markOf(sector))),
    })),
    to(view, 'unitSectorSet', 'button-unit-as-above', unitArgument(unitId, NONE)),
  ]
  const html = view.t('unit-which-sector')
  return textMessage({ html, buttons: choices(view, unitId, buttons) }, args)
}

export const unitCalendars: View<OfUnit> = async (view, args) => {
  const { unitId } = args
  const calendars = await listCalendars(view.db)
  const buttons = [
    ...calendars.map(({ id, name }) => ({
      text: clip(name, BUTTON_LENGTH),
      data: callbackData('unitCalendarAsk', unitArgument(unitId, markOf(id))),
    })),
    to(view, 'unitCalendarAsk', 'button-unit-as-above', unitArgument(unitId, NONE)),
  ]
  const html = view.t('unit-which-calendar')
  return textMessage({ html, buttons: choices(view, unitId, buttons) }, args)
}

export interface UnitConfirmArgs extends OfUnit {
  readonly what: 'move' | 'calendar' | 'close'
  readonly toId: string | null
  /** Null: that of the unit above. */
  readonly calendarId: string | null
}

/** What is about to happen, to how many people, and whether their working days change by it. */
export const unitConfirm: View<UnitConfirmArgs> = async (view, args) => {
  const { t, db } = view
  const { what, unitId, toId, calendarId } = args
  const card = await readUnitCard(db, unitId)
  if (card === undefined) return textMessage({ html: t('unit-gone') }, args)
  const names = await namesOfCalendars(view, card, args)
  const people = card.peopleInAll
  const target = toId === null ? undefined : await findUnit(db, toId)
  const sentence = {
    move: () => t('unit-confirm-move', { unit: card.name, target: target?.name ?? '' }),
    calendar: () => t('unit-confirm-calendar', { unit: card.name, calendar: names.after }),
    close: () => t('unit-confirm-close', { unit: card.name }),
  }[what]()
  const effect =
    what === 'close'
      ? []
      : names.before === names.after
        ? [t('unit-calendar-stays', { people })]
        : [t('unit-calendar-changes', { people, ...names })]
  const yes = {
    move: () => callbackData('unitMoveYes', unitArgument(unitId, shortId(toId ?? unitId))),
    calendar: () =>
      callbackData(
        'unitCalendarYes',
        unitArgument(unitId, calendarId === null ? NONE : markOf(calendarId)),
      ),
    close: () => callbackData('unitCloseYes', unitArgument(unitId)),
  }[what]()
  return textMessage(
    {
      html: [sentence, ...effect].join('\n\n'),
      buttons: [
        [{ text: t('button-role-yes'), data: yes }],
        [{ text: t('button-role-no'), data: callbackData('unit', unitArgument(unitId)) }],
      ],
    },
    args,
  )
}

/** The calendar that holds for the unit, and the one that would. */
async function namesOfCalendars(
  { db }: ViewContext,
  { id, parentId }: UnitCard,
  { what, toId, calendarId }: UnitConfirmArgs,
): Promise<{ readonly before: string; readonly after: string }> {
  const { calendarId: before, own } = await readUnitCalendar(db, id)
  const inherited = async (from: string | null): Promise<string> =>
    from === null ? before : (await readUnitCalendar(db, from)).calendarId
  const after =
    what === 'calendar'
      ? (calendarId ?? (await inherited(parentId)))
      : own
        ? before
        : await inherited(toId)
  const calendars = await listCalendars(db)
  const name = (which: string): string => calendars.find((one) => one.id === which)?.name ?? which
  return { before: name(before), after: name(after) }
}
