import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditActions, auditGroups } from '../../src/audit/index.ts'
import { commands } from '../../src/bot/commands.ts'
import { menuFor } from '../../src/bot/menu.ts'
import { auditDetails } from '../../src/bot/views/audit.ts'
import { loadTexts } from '../../src/bot/texts.ts'
import { exportedTables } from '../../src/exchange/exports/exported-tables.ts'
import { exportFormats } from '../../src/exchange/index.ts'
import { badgeNames, laggingReasons } from '../../src/learning/index.ts'
import { lessonPhrases } from '../../src/content/faults/phrases.ts'
import { lessonProblems } from '../../src/content/faults/problems.ts'
import { dayProblems } from '../../src/learning/calendar/import/day-fault.ts'
import { rungs, wordingIds } from '../../src/nudges/index.ts'
import { rosterStates } from '../../src/reports/index.ts'
import { addressForms, jobRoles, locales, unitKinds } from '../../src/people/index.ts'
import { personalTables } from '../../src/privacy/index.ts'
import { rosterProblems } from '../../src/people/roster/roster-faults.ts'
import { tableProblems } from '../../src/people/roster/table-problem.ts'

const BOT = new URL('../../src/bot/', import.meta.url).pathname

const rosterWords = rosterStates.map((state) => state.replaceAll('_', '-'))
const announcementWords = [
  'draft',
  'awaiting-approval',
  'scheduled',
  'undoable',
  'sending',
  'paused',
  'cancelled',
  'done',
  'recalled',
]

const briefingDecisions = [
  'invite',
  'slow-units',
  'coordinators',
  'time',
  'tasks',
  'rules',
  'target',
  'rules-first',
  'report',
]

const lineKinds = ['fault', 'warning', 'unit', 'added', 'changed']

/** Keys that stand in rows, and are said when these are shown: what is wrong with a roster or a file. */
const inRows: readonly string[] = [
  ...Object.keys(rosterProblems).map((problem) => `import-${problem}`),
  ...Object.keys(tableProblems).map((problem) =>
    ['no-text', 'not-utf8', 'quote-followed', 'quote-open'].includes(problem)
      ? `import-file-${problem}-line`
      : `import-file-${problem}`,
  ),
  ...['gone', 'broken', 'not-allowed'].map((why) => `import-file-${why}`),
  ...['unit', 'added', 'changed', 'renamed'].map((kind) => `import-line-${kind}`),
  ...Object.entries(exportedTables).flatMap(([table, columns]) =>
    table === 'definitions'
      ? []
      : columns.map(([column]) => `export-${table}-${column.replaceAll('_', '-')}`),
  ),
]

/** Words that the code puts into the keys that it makes. */
const endings: Readonly<Record<string, readonly (string | number)[]>> = {
  'announcement-': announcementWords,
  'announcement-approval-': ['admin', 'second'],
  'announcement-choose-': ['u', 'r', 't'],
  'announcement-count-': [
    'unreachable',
    'failed',
    'uncertain',
    'cancelled',
    'voted',
    'corrected',
    'notcorrected',
    'recalled',
    'notrecalled',
  ],
  'announcement-needs-': ['admin', 'second'],
  'announcement-of-': ['all', 'lagging'],
  'announcement-outcome-': ['open', 'sent', 'unreachable', 'failed', 'uncertain', 'cancelled'],
  'announcement-stands-': announcementWords,
  'calendar-fault-': Object.keys(dayProblems),
  'calendar-look-': [
    'working',
    'weekend',
    'holiday',
    'collective-leave',
    'regional-holiday',
    'school-holiday',
    'own',
  ],
  'calendar-kind-': ['holiday', 'collective-leave', 'school-holiday', 'regional-holiday'],
  'audit-detail-': auditDetails,
  'audit-did-': auditActions.map((action) => action.replaceAll(/[._]/g, '-')),
  'audit-group-': auditGroups,
  'role-': jobRoles,
  'status-': ['failed', 'uncertain'],
  'unit-kind-': unitKinds.map((kind) => kind.replaceAll('_', '-')),
  'status-lane-': ['reply', 'lesson', 'review', 'announcement', 'nudge'],
  'you-': addressForms,
  'menu-': Object.keys(commands),
  'button-export-': exportFormats,
  'export-failed-': ['not-allowed', 'no-address', 'too-large', 'broken'],
  'import-count-': [
    'faults',
    'warnings',
    'units',
    'added',
    'changed',
    'unchanged',
    'claimed',
    'absent',
  ],
  'import-kind-': lineKinds,
  'import-sign-': lineKinds,
  'button-pause-': [1, 3, 7, 14],
  'badge-': badgeNames,
  'badge-for-': badgeNames,
  'assessment-': ['before', 'after', 'delayed'].flatMap((phase) => [
    phase,
    `${phase}-first`,
    `${phase}-done`,
  ]),
  'feedback-': ['right-sure', 'right-unsure', 'wrong-sure', 'wrong-unsure'],
  'briefing-head-': ['measure', 'before', 'now', 'change'],
  'briefing-do-': briefingDecisions,
  'briefing-why-': briefingDecisions,
  'form-mark-': ['a', 'b', 'delayed'],
  'form-name-': ['a', 'b', 'delayed'],
  'item-difficulty-': ['hard', 'medium', 'easy'],
  'item-flag-': ['check-key', 'revise', 'dead', 'few'],
  'lagging-reason-': laggingReasons,
  'lagging-why-': laggingReasons,
  'lesson-fault-': Object.keys(lessonProblems),
  'lesson-phrase-': Object.keys(lessonPhrases),
  'nudge-': [...wordingIds, 'asked'],
  'nudge-stats-tone-': rungs,
  'reminded-': ['sent', 'waiting', 'already', 'unreminded', 'left'],
  'learning-gain-': ['low', 'medium', 'high'],
  'roster-filter-': ['all', ...rosterWords],
  'roster-is-': rosterWords,
  'my-data-': ['used', 'restricted', 'withdrawn'],
  'data-confirm-': ['restrict', 'withdraw', 'erase'],
  'data-column-': [
    ...new Set(
      personalTables.flatMap(([, { personal }]) =>
        Object.keys(personal).map((name) => name.replaceAll('_', '-')),
      ),
    ),
  ],
  'data-table-': personalTables.map(([name]) => name.replaceAll('_', '-')),
  'survey-': ['attitude-done', 'work-done'],
  'survey-attitude-': ['before', 'after'],
}

/** Key → its variables, sorted. */
async function readLocale(locale: string): Promise<Map<string, string[]>> {
  const folder = join(BOT, 'locales', locale)
  const files = (await readdir(folder)).toSorted()
  const parts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const text = `\n${parts.join('\n')}`
  const entries = text.split(/^(?=[a-z][a-z0-9-]* =)/m).slice(1)
  return new Map(
    entries.map((entry) => [
      entry.slice(0, entry.indexOf(' =')),
      [...new Set(entry.match(/\$[A-Za-z]+/g) ?? [])].toSorted(),
    ]),
  )
}

/** As those of a locale, of the words that the shell says: {name}. */
function variablesIn(words: string): string[] {
  const names = [...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => `$${name}`)
  return [...new Set(names)].toSorted()
}

/** The code that names texts: the bot's, and that of announcements, which tells their authors. */
async function sources(): Promise<string> {
  const folders = [BOT, join(BOT, '..', 'announcements')]
  const read = async (folder: string): Promise<string[]> => {
    const files = await readdir(folder, { recursive: true })
    const code = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    return Promise.all(code.map((file) => readFile(join(folder, file), 'utf8')))
  }
  return (await Promise.all(folders.map(read))).flat().join('\n')
}

describe('texts', () => {
  let id: Map<string, string[]>
  let en: Map<string, string[]>
  let code: string
  beforeAll(async () => {
    ;[id, en, code] = await Promise.all([readLocale('id'), readLocale('en'), sources()])
  })

  it('stand in both languages, with the same variables', () => {
    expect(id.size).toBeGreaterThan(100)
    expect([...en.keys()].toSorted()).toEqual([...id.keys()].toSorted())
    for (const [key, variables] of id) expect([key, en.get(key)]).toEqual([key, variables])
  })

  it('are there for every key that the code names', () => {
    const quoted = (pattern: RegExp): string[] =>
      [...code.matchAll(pattern)].flatMap(([, part = '']) =>
        [...part.matchAll(/'([a-z][a-z0-9-]*)'/g)].map(([, key = '']) => key),
      )
    const named = [
      ...quoted(/\bt\(([^){]*)[){]/g),
      ...quoted(/\bkey(?: =|:)\s*([^\n]*)/g),
      ...quoted(/html: ([^\n]*)/g),
    ].filter((key) => key.includes('-') || code.includes(`t('${key}'`))
    expect(new Set(named).size).toBeGreaterThan(50)
    const views = new Set([...code.matchAll(/^ {2}'([a-z-]+)': /gm)].map(([, name]) => name))
    expect([...new Set(named)].filter((key) => !id.has(key) && !views.has(key))).toEqual([])
  })

  it('are all used: a text that nobody says is dead', () => {
    const made = [...code.matchAll(/t\(`([a-z-]+)\$\{/g)].map(([, prefix = '']) => prefix)
    expect(new Set(made)).toEqual(new Set(Object.keys(endings)))
    const used = (key: string): boolean =>
      code.includes(`'${key}'`) ||
      inRows.includes(key) ||
      made.some((prefix) => endings[prefix]?.some((ending) => key === `${prefix}${ending}`))
    expect([...id.keys()].filter((key) => !used(key))).toEqual([])
  })

  it.each([
    ['lesson-fault-', Object.entries(lessonProblems).map(([key, said]) => [key, said.join(' ')])],
    ['lesson-phrase-', Object.entries(lessonPhrases)],
  ] as const)('%s… name what the shell names too', (prefix, said) => {
    const saysIt = said.map(([key = '', words = '']) => [key, ...variablesIn(words)])
    const saysTheSame = saysIt.map(([key = '']) => [key, ...(id.get(`${prefix}${key}`) ?? [])])
    expect(saysTheSame).toEqual(saysIt)
  })

  it('exist for whatever rows say', () => {
    expect(inRows.filter((key) => !id.has(key))).toEqual([])
  })

  it('exist for every word that the code appends', () => {
    const { 'menu-': _, ...fixed } = endings
    for (const [prefix, words] of Object.entries(fixed)) {
      for (const word of words) expect(id.has(`${prefix}${word}`)).toBe(true)
    }
  })

  describe.each(locales)('in %s', (locale) => {
    const t = loadTexts().in(locale)
    /** A value for each variable: long words, and numbers where a text chooses by number. */
    const filled = (number: number): Record<string, string | number> =>
      Object.fromEntries(
        [...new Set([...id.values()].flat())].map((name) => {
          const bare = name.slice(1)
          const counted = [
            'minutes',
            'skipped',
            'streak',
            'total',
            'uses',
            'most',
            'position',
            'count',
            'asked',
            'remembered',
            'waiting',
          ]
          return [bare, counted.includes(bare) ? number : 'X'.repeat(120)]
        }),
      )

    it.each([0, 1, 2, 500])('keep Telegram’s limits and its HTML, numbers being %i', (number) => {
      for (const key of id.keys()) {
        const text = t(key, filled(number))
        expect([key, text.length <= 4096 && text.trim() !== '']).toEqual([key, true])
        expect([key, text]).toEqual([key, expect.not.stringMatching(/\{|\}|\[other\]/)])
        if (/^(button|role)-/.test(key)) expect([key, text.length <= 40]).toEqual([key, true])
        if (key.startsWith('menu-')) expect([key, text.length <= 256]).toEqual([key, true])
        const tags = [...text.matchAll(/<(\/?)([a-z]+)>/g)].map(([tag]) => tag)
        const open = tags.filter((tag) => !tag.startsWith('</'))
        expect([key, tags.filter((tag) => tag.startsWith('</')).length]).toEqual([key, open.length])
        expect([key, text.replaceAll(/<\/?(b|i|code|pre)>/g, '')]).toEqual([
          key,
          expect.not.stringMatching(/<|>/),
        ])
      }
    })

    it('make menus of at most six commands', () => {
      for (const roles of [
        { admin: true },
        { admin: false },
        { admin: false, coordinates: ['x'] },
      ]) {
        const menu = menuFor(t, locale, roles)
        expect(menu.length).toBeLessThanOrEqual(6)
        expect(new Set(menu.map((one) => one.command)).size).toBe(menu.length)
      }
    })
  })

  it('throw for a key that has no text', () => {
    expect(() => loadTexts().in('id')('no-such-text')).toThrow('no-such-text')
  })
})
