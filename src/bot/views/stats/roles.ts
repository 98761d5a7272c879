import { jobRoles } from '../../../people/index.ts'
import { barsPicture, numberText } from '../../../pictures/index.ts'
import { FEWEST_PEOPLE, reportRoles, type Rate, type RoleReport } from '../../../reports/index.ts'
import { placeData } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { commonTrackId } from '../common-track.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import { OUT_OF_REACH, seenFresh } from './seen.ts'
import { periodButtons, periodFor, periodText, rateText, type StatsArgs } from './shared.ts'

/** People by their role: who answered something, and who is through with the common track. */
export const statsRoles: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, {})
  if (seen === undefined || !seen.everybody) return OUT_OF_REACH
  const { period } = args
  const all = await reportRoles(view.db, jobRoles, periodFor(view, args))
  const roles = all.filter(({ heads }) => heads.joined > 0)
  const shown = roles.filter(isShown)
  const said = { period: periodText(view, args) }
  const message = {
    fileName: view.t('stats-file'),
    html: view.t('stats-roles', {
      ...said,
      roles:
        roles.length === 0
          ? view.t('stats-roles-none')
          : new Html(roles.map((one) => lineOf(view, one)).join('\n')),
    }),
    buttons: [
      ...inPairs(shown.map(({ role }) => roleButton(view, role, args))),
      periodButtons(view, 'statsRoles', { period }),
      [{ text: view.t('button-stats-whole'), data: placeData('statsOverview', { period }) }],
    ],
  }
  if (shown.length === 0) return textMessage(message)
  return picturedMessage(view, {
    ...message,
    picture: () => {
      const bars = shown.map((one) => barOf(view, nameOf(view, one.role), doneOf(view, one)))
      return barsPicture({
        title: plainText(view.t('stats-roles-title')),
        subtitle: plainText(view.t('stats-roles-picture', said)),
        bars,
        note: barsNote(view, bars, view.t('stats-done-note')),
      })
    },
  })
}

function isShown({ heads }: RoleReport): boolean {
  return heads.joined >= FEWEST_PEOPLE
}

function nameOf({ t }: ViewContext, role: string): string {
  return plainText(t(`role-${role}`))
}

function doneOf(view: ViewContext, { heads, tracks }: RoleReport): Rate {
  const id = commonTrackId(view)
  const part = tracks.find(({ trackId }) => trackId === id)?.done ?? 0
  return { part, whole: heads.joined }
}

function lineOf(view: ViewContext, report: RoleReport): string {
  const { role, heads, figures } = report
  const name = nameOf(view, role)
  if (!isShown(report)) return view.t('stats-unit-few', { name, people: heads.joined })
  const rate = (of: Rate): Html => new Html(rateText(view, of))
  return view.t('stats-role', {
    name,
    people: numberText(heads.joined, view.locale),
    active: rate({ part: figures.active, whole: heads.joined }),
    done: rate(doneOf(view, report)),
  })
}

function roleButton(view: ViewContext, role: RoleReport['role'], { period }: StatsArgs): Button {
  const known = jobRoles.find((one) => one === role)
  const place = { period, ...(known === undefined ? {} : { role: known }) }
  return { text: nameOf(view, role), data: placeData('statsTracks', place) }
}

function inPairs(buttons: readonly Button[]): Button[][] {
  return buttons.flatMap((_, i) => (i % 2 === 0 ? [buttons.slice(i, i + 2)] : []))
}
