import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callInProcess } from '../support/journey-process.ts'
import { hasChromium } from '../browser/browser.ts'

const LESSON = 'fondasi-ai-alat-bantu'

describe('lessons preview', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-preview-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('shows the message as people get it, its length, and every quiz with the right answer', async () => {
    const { code, stdout } = await callInProcess(['lessons', 'preview', LESSON])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Pelajaran 1 dari 15\n\nAI alat bantu\n/)
    expect(stdout).toMatch(/── \d+ of 4096 characters; version [\da-f]{8}/)
    expect(stdout.match(/^ {2}● /gm)).toHaveLength(3)
    expect(stdout.match(/^ {2}○ /gm)).toHaveLength(6)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(110)
  })

  it('shows the English of a lesson', async () => {
    const { stdout } = await callInProcess(['lessons', 'preview', LESSON, '--locale', 'en'])
    expect(stdout).toMatch(/^Lesson 1 of 15\n\nAI is a helping tool\n/)
  })

  it('shows the items of an assessment, form by form, each with its right option', async () => {
    const { code, stdout } = await callInProcess(['lessons', 'preview', 'fondasi', '--assessment'])
    expect(code).toBe(0)
    expect(stdout.match(/^── .*$/gm)).toEqual([
      '── a: 10 items',
      '── b: 10 items',
      '── delayed: 5 items',
    ])
    expect(stdout.match(/^ {2}● /gm)).toHaveLength(25)
    expect(stdout.match(/^ {2}○ /gm)).toHaveLength(50)
  })

  it.each([
    [[], 'Which lesson?'],
    [['--assessment'], 'Which track?'],
    [['guru', '--assessment'], 'One has: fondasi.'],
    [['fondasi', '--assessment', '--png', '/tmp/x.png'], 'leave out --png'],
    [['alat-bantu'], `Did you mean ${LESSON}`],
    [['nothing-like-it'], 'No lesson has the id'],
    [[LESSON, '--locale', 'fr'], 'expected id or en'],
    [[LESSON, '/nonexistent'], '/nonexistent'],
    [[LESSON, '--png', '/tmp/x.png', '--browser', '/nonexistent/chromium'], 'no browser'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, stderr } = await callInProcess(['lessons', 'preview', ...args])
    expect(code).not.toBe(0)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
  })

  it.runIf(hasChromium())('draws the phone as high as the lesson', async () => {
    const path = join(folder, 'lesson.png')
    const { code } = await callInProcess(['lessons', 'preview', LESSON, '--png', path])
    expect(code).toBe(0)
    const png = await readFile(path)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    expect(width).toBe(2 * 412)
    expect(height).toBeGreaterThan(2 * 1000)
    const inFile = join(path, 'x.png')
    const lost = await callInProcess(['lessons', 'preview', LESSON, '--png', inFile])
    expect(lost.code).not.toBe(0)
    expect(lost.stderr).toContain('cannot be written')
  })
})
