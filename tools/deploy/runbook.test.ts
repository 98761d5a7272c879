import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
const english = await read('docs/operations.md')
const indonesian = await read('docs/operasional.md')

/** What an alert of this project may be called; each has a place that its runbook_url leads to. */
const ALERTS = [
  'SedikitDown',
  'SedikitNotReady',
  'SedikitInboxLagging',
  'SedikitOutboxLagging',
  'SedikitUncertain',
  'SedikitRefusedToken',
  'SedikitTooManyRequests',
  'SedikitUnreachableRising',
  'SedikitJobsParked',
  'SedikitBackupMissed',
  'SedikitMemoryHigh',
  'SedikitDiskFull',
]
const RULES = 'deploy/prometheus/alerts.yml'

interface Heading {
  readonly level: number
  readonly words: string
}

const withoutCode = (text: string): string => text.replaceAll(/^```sh\n[^]*?^```$/gm, '')

const headingsOf = (text: string): Heading[] =>
  [...withoutCode(text).matchAll(/^(#+) (.+)$/gm)].map(([, marks = '', words = '']) => ({
    level: marks.length,
    words,
  }))

/** As GitHub makes an anchor of a heading: small letters, no punctuation, spaces as dashes. */
const anchorOf = ({ words }: Heading): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)

const commandsOf = (text: string): string[] =>
  [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = '']) => block)

describe('the runbook in both languages', () => {
  test('has the same structure', () => {
    const levels = (text: string): number[] => headingsOf(text).map(({ level }) => level)
    expect(levels(indonesian)).toEqual(levels(english))
    expect(levels(english).length).toBeGreaterThan(40)
  })

  test('has the same commands in the same places', () => {
    expect(commandsOf(indonesian)).toEqual(commandsOf(english))
    expect(commandsOf(english).length).toBeGreaterThan(10)
  })

  test('has as many steps, rows and points in each part', () => {
    const shape = (text: string): string[] =>
      withoutCode(text)
        .split(/^#+ .+$/m)
        .map((part) =>
          part
            .split('\n')
            .map((line) => /^(\d+\.|- |\||\*\*)/.exec(line)?.[1]?.slice(0, 2) ?? '')
            .filter((mark) => mark !== '')
            .join(' '),
        )
    expect(shape(indonesian)).toEqual(shape(english))
  })

  test('names the same settings, commands and files in each part', () => {
    const named = (text: string): string[][] =>
      text.split(/^#+ .+$/m).map((part) =>
        [...part.matchAll(/`([^`\n]+)`/g)]
          .map(([, code = '']) => code)
          .filter((code) => /^[A-Z_]{4,}$|^\/|^docs|^deploy|\.ts$/.test(code))
          .toSorted(),
      )
    expect(named(indonesian)).toEqual(named(english))
  })
})

describe.each([
  ['docs/operations.md', english],
  ['docs/operasional.md', indonesian],
])('%s', (_, text) => {
  const anchors = headingsOf(text).map(anchorOf)

  test('has a place for each alert, by its name', async () => {
    const rules = existsSync(join(root, RULES)) ? await read(RULES) : ''
    const fired = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)
    const missing = [...ALERTS, ...fired].filter((name) => !anchors.includes(name.toLowerCase()))
    expect(missing).toEqual([])
    for (const part of text.split(/^### (?=Sedikit)/m).slice(1)) {
      expect(part.match(/^\*\*(?:Means|Look|Do|Artinya|Periksa|Lakukan)\*\*: ./gm)).toHaveLength(3)
    }
  })

  test('leads to places and pages that there are', () => {
    const links = linksOf(text)
    const within = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1))
    expect(within.filter((anchor) => !anchors.includes(anchor))).toEqual([])
    const pages = links
      .filter((link) => !/^(?:#|https:)/.test(link))
      .map((link) => link.replace(/#.*$/, ''))
    const lost = pages.filter((page) => !existsSync(join(root, 'docs', page)))
    expect(lost).toEqual([])
  })
})

test('privacy.md has the place that the runbook sends to when data has got out', async () => {
  expect(headingsOf(await read('docs/privacy.md')).map(anchorOf)).toContain('when-data-has-got-out')
})
