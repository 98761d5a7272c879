import { NOTICE_KIND, waitsForNotice } from '../../rights/index.ts'
import type { CertificatePrinter } from '../../certificates/index.ts'
import type { Catalogue } from '../../content/index.ts'
import { createClosedToday, peopleBack, peopleOnLeave } from '../../learning/index.ts'
import type { Lane, LeasedRow, Render, Rendered } from '../../messaging/index.ts'
import { findPeople, rolesOf, type Locale, type Person } from '../../people/index.ts'
import { cachedPngs } from '../../pictures/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Logger } from '../../platform/logger.ts'
import type { Texts } from '../texts.ts'
import { views, type ViewName } from './catalogue.ts'
import type { View, ViewBaseArgs, ViewContext } from './view.ts'

export interface RenderDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly texts: Texts
  readonly catalogue: () => Catalogue
  readonly botUsername: string
  readonly locale: Locale
  readonly printer: CertificatePrinter
  readonly timezone: string
  readonly sendRate: number
  readonly pageUrl: ViewContext['pageUrl']
  readonly systemStatus: ViewContext['systemStatus']
  readonly publicUrl: string | undefined
  readonly dataSecret: string | undefined
  readonly retention: ViewContext['retention']
  /** The version of the notice that is asked for now. */
  readonly noticeVersion: number
  readonly log: Logger
}

/** Pictures of statistics that are kept, for admins who look at the same: a few megabytes. */
const KEPT_PICTURES = 60

/**
 * Renders rows when they are sent: in the person's language of that moment, with what is true then.
 * People are read once for the whole batch. A view that fails makes its own row fail, not the batch.
 */
export function createRender(dependencies: RenderDependencies): Render {
  const { db, clock, texts, catalogue, botUsername, locale, log } = dependencies
  const { printer, timezone, sendRate, pageUrl, systemStatus, publicUrl } = dependencies
  const { dataSecret, noticeVersion, retention } = dependencies
  const draw = cachedPngs(KEPT_PICTURES)
  const readClosed = createClosedToday()

  function contextFor(
    person: Person | undefined,
    { onLeave, mayBeBack, closedToday }: Pick<ViewContext, 'onLeave' | 'mayBeBack' | 'closedToday'>,
    args: ViewBaseArgs,
  ): ViewContext {
    const wished = args['locale'] === 'en' || args['locale'] === 'id' ? args['locale'] : locale
    const spoken = person?.locale ?? wished
    return {
      db,
      now: clock.now(),
      catalogue: catalogue(),
      botUsername,
      printer,
      draw,
      timezone,
      sendRate,
      pageUrl,
      systemStatus,
      publicUrl,
      dataSecret,
      retention,
      noticeVersion,
      person,
      onLeave,
      mayBeBack,
      closedToday,
      locale: spoken,
      t: texts.in(spoken),
      log,
      rolesOf: (personId) => rolesOf(db, personId),
    }
  }

  return async (rows) => {
    const ids = rows.flatMap((row) => (row.personId === null ? [] : [row.personId]))
    const people = await findPeople(db, [...new Set(ids)])
    const away = await peopleOnLeave(db, [...people.values()], clock.now())
    const back = await peopleBack(db, [...people.keys()], clock.now())
    const waiting = await waitsForNotice(db, [...people.values()], noticeVersion)
    // Only what was planned asks, and then once for the whole batch.
    let reading: ReturnType<typeof readClosed> | undefined
    const isClosed = async (id: string): Promise<boolean> => {
      reading ??= readClosed(db, [...people.keys()], clock.now())
      return (await reading).has(id)
    }
    const leaveOf = (id: string, lane: Lane) => ({
      onLeave: away.has(id),
      mayBeBack: back.has(id),
      // What somebody asked for comes on any day.
      closedToday: async () => lane !== 'reply' && (await isClosed(id)),
    })
    const rendered = await Promise.all(
      rows.map(async (row): Promise<readonly [number, Rendered] | undefined> => {
        if (!isViewName(row.kind)) return undefined
        // The ledger holds what `reply` and the planner wrote, whose types the views declare.
        const view = views[row.kind] as View<ViewBaseArgs>
        const person = row.personId === null ? undefined : people.get(row.personId)
        const barred = barredOf(row, person, waiting)
        if (barred !== undefined) return [row.id, barred]
        try {
          return [
            row.id,
            await view(
              contextFor(person, leaveOf(row.personId ?? '', row.lane), row.args),
              row.args,
            ),
          ]
        } catch (error) {
          log.error({ kind: row.kind, row: row.id, error: messageOf(error) }, 'view failed')
          return [row.id, { cancel: `the view failed: ${messageOf(error)}` }]
        }
      }),
    )
    return new Map(rendered.filter((entry) => entry !== undefined))
  }
}

/** What others say to somebody in the lane of replies; all else in it is asked for by the person. */
const FROM_OTHERS: readonly string[] = ['answer', 'role-told', 'transfer-told', 'question-risen']

/**
 * What may not go now: to whoever restricts what is done with their data nothing does that they did
 * not ask for, and to whoever was asked for a word to a new notice nothing before the answer.
 */
function barredOf(
  { lane, kind }: Pick<LeasedRow, 'lane' | 'kind'>,
  person: Person | undefined,
  waiting: ReadonlySet<string>,
): Rendered | undefined {
  if (person === undefined || (lane === 'reply' && !FROM_OTHERS.includes(kind))) return undefined
  if (person.restrictedSince !== null) return { cancel: 'the person restricts what is done' }
  if (kind === NOTICE_KIND || !waiting.has(person.id)) return undefined
  return { cancel: 'a new notice waits for an answer' }
}

function isViewName(kind: string): kind is ViewName {
  return Object.hasOwn(views, kind)
}
