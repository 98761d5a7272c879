import { addCivilDays, type CivilDay } from '../../learning/index.ts'
import { percentText } from '../../pictures/index.ts'
import type { BriefingBar, BriefingTexts } from '../../posters/index.ts'
import {
  LEAST_BRIEFED,
  oftenOf,
  shareOf,
  type Briefing,
  type Decision,
  type Part,
} from '../../reports/index.ts'
import type { Variables } from '../texts.ts'
import { dateText } from '../when.ts'
import { bothEnds } from './both-ends.ts'
import { plainText } from './plain-text.ts'
import type { ViewContext } from './view.ts'

/** Bars of units on the first page; of more, those at both ends. */
const MOST_BARS = 12

/** Of the days on which the use of AI is asked, bars of the latest two. */
const WORK_DAYS = 2

type View = Pick<ViewContext, 't' | 'locale' | 'catalogue'>

/** All that the two pages say. */
export function briefingTexts(view: View, told: Briefing): BriefingTexts {
  const say = sayer(view)
  const { organisation, span, spanBefore } = told
  return {
    organisation,
    title: say('briefing-title'),
    span: say('briefing-span', {
      first: civilText(view, span.first),
      last: civilText(view, span.last),
      firstBefore: civilText(view, spanBefore.first),
      lastBefore: civilText(view, spanBefore.last),
    }),
    aloud: say('briefing-aloud'),
    sentences: sentences(view, told),
    units: { title: say('briefing-units'), ...unitBars(view, told) },
    change: {
      title: say('briefing-change'),
      heads: ['measure', 'before', 'now', 'change'].map((column) =>
        plainText(view.t(`briefing-head-${column}`)),
      ),
      rows: changeRows(view, told),
    },
    work: { title: say('briefing-work'), ...workBars(view, told) },
    decisionsTitle: say('briefing-decisions'),
    decisions: told.decisions.map((decision) => ({
      what: plainText(view.t(`briefing-do-${decision.kind}`, factsOf(view, decision))),
      why: plainText(view.t(`briefing-why-${decision.kind}`, factsOf(view, decision))),
    })),
    foot: say('briefing-foot'),
    page: (number) => say('briefing-page', { organisation, number }),
  }
}

/** A text of the locales for paper, which knows no marks. */
function sayer({ t }: View): (key: string, variables?: Variables) => string {
  return (key, variables) => plainText(t(key, variables))
}

export function civilText({ locale }: Pick<View, 'locale'>, day: CivilDay): string {
  return dateText(new Date(`${day}T00:00:00Z`), 'UTC', locale)
}

function shareText({ locale }: View, part: Part): string {
  return percentText(shareOf(part), locale)
}

function valueText(view: View, part: Part): string {
  return sayer(view)('briefing-value', { ...part, share: shareText(view, part) })
}

function sentences(view: View, told: Briefing): string[] {
  const say = sayer(view)
  const { span, learned, learnedBefore, roster, done, doneBefore } = told
  const common = view.catalogue.tracks.find((track) => track.for.kind === 'common')
  const people = learned.whole
  return [
    say(roster.whole === 0 ? 'briefing-say-joined' : 'briefing-say-joined-roster', {
      last: civilText(view, span.last),
      joined: people,
      more: people - learnedBefore.whole,
      places: roster.whole,
      claimed: roster.part,
      share: shareText(view, roster),
    }),
    say('briefing-say-learned', {
      learned: learned.part,
      people,
      share: shareText(view, learned),
      learnedBefore: learnedBefore.part,
      peopleBefore: learnedBefore.whole,
      shareBefore: shareText(view, learnedBefore),
    }),
    say('briefing-say-done', {
      track: common?.title[view.locale] ?? '',
      done,
      people,
      share: shareText(view, { part: done, whole: people }),
      more: done - doneBefore,
    }),
    knowledgeSentence(view, told),
    workSentence(view, told),
  ]
}

/** What the forms before and after say; until they say anything, first answers to lessons. */
function knowledgeSentence(view: View, { gain, right }: Briefing): string {
  const say = sayer(view)
  if (gain !== undefined) {
    const { people, before, after } = gain
    return say('briefing-say-gain', {
      people,
      before: Math.round(before),
      after: Math.round(after),
    })
  }
  if (right.whole === 0) return say('briefing-say-right-none')
  return say('briefing-say-right', {
    answered: right.whole,
    right: right.part,
    share: shareText(view, right),
  })
}

function workSentence(view: View, { work }: Briefing): string {
  const say = sayer(view)
  const latest = work.at(-1)
  const often = oftenOf(latest)
  if (latest === undefined || often === undefined) {
    return say('briefing-say-work-none', { least: LEAST_BRIEFED })
  }
  return say('briefing-say-work', {
    answered: often.whole,
    day: latest.day,
    often: often.part,
    share: shareText(view, often),
  })
}

function unitBars(
  view: View,
  { units, others }: Briefing,
): { readonly bars: readonly BriefingBar[]; readonly note: string } {
  const say = sayer(view)
  const bar = (name: string, part: Part): BriefingBar => ({
    name,
    share: shareOf(part),
    value: valueText(view, part),
  })
  const { shown, gap } = bothEnds(units, MOST_BARS)
  const numbers = { least: LEAST_BRIEFED, shown: shown.length, total: units.length }
  return {
    bars: [
      ...shown.map((unit, i) => ({
        ...bar(unit.name, unit.now),
        ...(i === gap ? { apart: true } : {}),
      })),
      ...(others === undefined ? [] : [bar(say('briefing-others'), others)]),
    ],
    note: say(gap === undefined ? 'briefing-units-note' : 'briefing-units-note-some', numbers),
  }
}

function changeRows(view: View, told: Briefing): string[][] {
  const say = sayer(view)
  const { learned, learnedBefore, done, doneBefore, right, rightBefore } = told
  const people = (count: number): string => say('briefing-people', { people: count })
  const parts = (key: string, before: Part, now: Part): string[] => [
    say(key),
    before.whole === 0 ? say('briefing-change-none') : valueText(view, before),
    now.whole === 0 ? say('briefing-change-none') : valueText(view, now),
    pointsText(view, before, now),
  ]
  const finished = (part: number, whole: number): Part => ({ part, whole })
  return [
    [
      say('briefing-row-joined'),
      people(learnedBefore.whole),
      people(learned.whole),
      say('briefing-change-people', { by: signed(view, learned.whole - learnedBefore.whole) }),
    ],
    parts('briefing-row-learned', learnedBefore, learned),
    parts(
      'briefing-row-done',
      finished(doneBefore, learnedBefore.whole),
      finished(done, learned.whole),
    ),
    parts('briefing-row-right', rightBefore, right),
  ]
}

/** As the two rounded shares differ that stand beside it. */
function pointsText(view: View, before: Part, now: Part): string {
  const say = sayer(view)
  if (before.whole === 0 || now.whole === 0) return say('briefing-change-none')
  const percent = (part: Part): number => Math.round(100 * shareOf(part))
  return say('briefing-change-points', { by: signed(view, percent(now) - percent(before)) })
}

function signed({ locale }: View, value: number): string {
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', { signDisplay: 'exceptZero' })
    .format(value)
    .replace('-', '−')
}

function workBars(
  view: View,
  { work }: Briefing,
): { readonly bars: readonly BriefingBar[]; readonly note: string } {
  const say = sayer(view)
  const { locale, catalogue } = view
  const asked = catalogue.surveys?.aiAtWork.frequency
  if (work.length === 0 || asked === undefined) {
    return { bars: [], note: say('briefing-work-none', { least: LEAST_BRIEFED }) }
  }
  return {
    bars: work.slice(-WORK_DAYS).flatMap(({ day, said, answered }) =>
      asked.options.map(({ key, text }) => {
        const part = { part: said[key] ?? 0, whole: answered }
        return {
          name: say('briefing-work-bar', { day, option: text[locale] }),
          share: shareOf(part),
          value: valueText(view, part),
        }
      }),
    ),
    note: say('briefing-work-note', { question: asked.text[locale] }),
  }
}

/** What the texts of a decision name. */
function factsOf(view: View, decision: Decision): Variables {
  switch (decision.kind) {
    case 'invite': {
      const { missing, places } = decision
      return { missing, places, share: shareText(view, { part: missing, whole: places }) }
    }
    case 'slow-units': {
      const { units } = decision
      return {
        units: units.map(({ name }) => name).join('; '),
        shares: units.map(({ name, now }) => `${name} ${valueText(view, now)}`).join('; '),
      }
    }
    case 'coordinators':
      return { without: decision.without, units: decision.units }
    case 'time': {
      const { part, whole } = decision.lagging
      return { lagging: part, people: whole, share: shareText(view, decision.lagging) }
    }
    case 'tasks':
    case 'rules': {
      const { part, whole } = decision.often
      return { often: part, answered: whole, share: shareText(view, decision.often) }
    }
    case 'target': {
      const { part, whole } = decision.done
      return { done: part, people: whole, share: shareText(view, decision.done) }
    }
    case 'rules-first':
    case 'report':
      return {}
  }
}

/** The day on which it was made, for the name of the file. */
export function madeOn({ span }: Briefing): CivilDay {
  return addCivilDays(span.last, 1)
}
