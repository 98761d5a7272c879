import { exportReach, type ExportFilter, type ExportFormat } from '../../exchange/index.ts'
import { findUnit, listUnits } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { codeOf, type PeriodCode } from '../stats/period-code.ts'
import { placeData } from '../stats/place.ts'
import { daysText } from '../when.ts'
import { clip } from './clip.ts'
import { pageOf } from './page-of.ts'
import { personOf } from './person-texts.ts'
import { periodButtons, periodFor, turnButtons } from './stats/shared.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** All that there ever was: of buttons, what is not narrowed. */
export const ALL_TIME: PeriodCode = 'a'

/** What an admin has narrowed an export to so far. */
export interface ExportWish extends ViewBaseArgs {
  /** Left out: all time. */
  readonly period?: PeriodCode
  /** Left out: all units. */
  readonly unitId?: string
}

/** Units of one page, each a button. */
const PAGE = 8
const BUTTON_LENGTH = 40

/** A file's button: its format, its period and its unit. */
export function wishData(format: ExportFormat, filter: ExportFilter | null): string {
  const { unitId, period } = filter ?? {}
  return wishArgument(format, {
    period: period === undefined ? ALL_TIME : codeOf(period),
    ...(unitId === undefined ? {} : { unitId }),
  })
}

function wishArgument(format: ExportFormat, { period = ALL_TIME, unitId = '' }: ExportWish) {
  return period === ALL_TIME && unitId === '' ? format : `${format}.${period}.${unitId}`
}

/** Which file, with what is in each for this person, and what an admin has narrowed it to. */
export const exportChoose: View<ExportWish> = async (view, args) => {
  const { t } = view
  const reach = await exportReach(view.db, personOf(view).id)
  if (reach === undefined) return { cancel: 'the role is gone' }
  const all = reach.scope === 'all'
  const formats: readonly ExportFormat[] = all ? ['xlsx', 'csv', 'xapi'] : ['xlsx', 'csv']
  const files = formats.map((format) => [
    {
      text: t(`button-export-${format}`),
      data: callbackData('exports', all ? wishArgument(format, args) : format),
    },
  ])
  if (!all) return textMessage({ html: t('export-choose-units'), buttons: files }, args)
  const { period = ALL_TIME, unitId } = args
  const place = { period, ...(unitId === undefined ? {} : { unitId }) }
  const what = await filterText(view, filterOf(view, args))
  return textMessage(
    {
      html: `${t('export-choose')}\n\n${t('export-narrow', { what })}`,
      buttons: [
        ...files,
        periodButtons(view, 'exportFilter', place),
        [{ text: t('button-export-unit'), data: placeData('exportUnits', place) }],
      ],
    },
    args,
  )
}

/** The days behind a period's button as they are at this moment. */
export function filterOf(
  view: ViewContext,
  { period = ALL_TIME, unitId }: ExportWish,
): ExportFilter {
  return {
    ...(unitId === undefined ? {} : { unitId }),
    ...(period === ALL_TIME ? {} : { period: periodFor(view, { period }) }),
  }
}

/** "Dinas Contoh dan unit di bawahnya, 1–30 November 2026" */
export async function filterText(
  { t, db, locale }: ViewContext,
  { unitId, period }: ExportFilter,
): Promise<string> {
  const unit = unitId === undefined ? undefined : await findUnit(db, unitId)
  const where =
    unit === undefined ? t('export-all-units') : t('export-of-unit', { unit: clip(unit.name, 60) })
  const when =
    period === undefined ? t('export-all-time') : daysText(period.from, period.to, locale)
  return `${where}, ${when}`
}

export interface ExportUnitsArgs extends ExportWish {
  /** The unit with which the page begins, counted from 0. */
  readonly from: number
}

/** The units right below the one that is chosen, to go on to; and all of them again. */
export const exportUnits: View<ExportUnitsArgs> = async (view, args) => {
  const { t } = view
  const { period = ALL_TIME } = args
  const units = await listUnits(view.db)
  const above = units.find(({ id, parentId }) =>
    args.unitId === undefined ? parentId === null : id === args.unitId,
  )
  const below = units.filter(({ parentId }) => parentId === above?.id)
  const page = pageOf(below, args.from, PAGE)
  const { first, last } = page
  const turned = { period, ...(args.unitId === undefined ? {} : { unitId: args.unitId }) }
  return textMessage(
    {
      html:
        below.length === 0
          ? t('export-no-units-below', { unit: above?.name ?? '' })
          : t('export-which-below', { unit: above?.name ?? '' }),
      buttons: [
        ...page.items.map(({ id, name }) => [unitButton(name, { period, unitId: id })]),
        ...turnButtons(view, 'exportUnits', {
          place: turned,
          first,
          last,
          total: below.length,
          size: PAGE,
        }),
        [{ text: t('button-export-all-units'), data: placeData('exportFilter', { period }) }],
      ],
    },
    args,
  )
}

export interface ExportWhichUnitArgs extends ViewBaseArgs {
  readonly period: PeriodCode
  readonly typed: string
  /** How many fit; of the first there is a button. */
  readonly count: number
  readonly unitIds: readonly string[]
}

/** Several units have the name that was typed: each is a button, with the one above it. */
export const exportWhichUnit: View<ExportWhichUnitArgs> = async (view, args) => {
  const { typed, count, unitIds, period } = args
  const units = new Map((await listUnits(view.db)).map((unit) => [unit.id, unit]))
  const key = count > unitIds.length ? 'stats-which-unit-more' : 'stats-which-unit'
  return textMessage({
    html: view.t(key, { typed, count, shown: unitIds.length }),
    buttons: unitIds.flatMap((unitId) => {
      const unit = units.get(unitId)
      if (unit === undefined) return []
      const above = units.get(unit.parentId ?? '')
      const name = above === undefined ? unit.name : `${unit.name} · ${above.name}`
      return [[unitButton(name, { period, unitId })]]
    }),
  })
}

function unitButton(
  name: string,
  place: { readonly period: PeriodCode; readonly unitId: string },
): Button {
  return { text: clip(name, BUTTON_LENGTH), data: placeData('exportFilter', place) }
}
