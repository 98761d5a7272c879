import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './code-of.ts'
import { lessonFault, type FaultValues, type LessonProblem } from './faults/lesson-fault.ts'
import type { LessonFaultKey } from './faults/problems.ts'
import { compareText } from './problem.ts'
import { ASSESSMENT_FILE } from './read-assessment.ts'
import type { LessonFiles } from './read-lesson.ts'

const LESSON_FILE = /^\d{2,}-([a-z0-9]+(?:-[a-z0-9]+)*)(\.en)?\.md$/
const PASSED_OVER = /^(?:\..*|README\.md|LICENSE|track\.yaml|assessment\.yaml)$/
/** Looked at by the one who reads it: what is wrong with such a file would be said twice. */
const READ_ELSEWHERE = /^\.|^(?:track|assessment)\.yaml$/

/**
 * The files of each slug, in the order of their names, and whether there is an assessment. Nothing
 * outside the folder is followed to.
 */
export async function listLessons(folder: string, name: string) {
  const problems: LessonProblem[] = []
  const files = new Map<string, LessonFiles>()
  const english = new Map<string, string>()
  let assessed = false
  const report = (file: string, key: LessonFaultKey, values?: FaultValues) =>
    problems.push({ file, ...lessonFault(1, key, values) })

  for (const entry of await entriesOf(join(folder, name), (code) =>
    report(name, 'folder-unreadable', { code }),
  )) {
    const path = `${name}/${entry.name}`
    const [, slug, translated] = LESSON_FILE.exec(entry.name) ?? []
    assessed ||= entry.name === ASSESSMENT_FILE
    if (!entry.isFile() && !READ_ELSEWHERE.test(entry.name)) {
      report(path, 'no-file')
    } else if (slug === undefined) {
      if (PASSED_OVER.test(entry.name)) continue
      report(path, 'lesson-file-name')
    } else {
      const known = translated === undefined ? files.get(slug)?.id : english.get(slug)
      if (known !== undefined) report(path, 'lesson-file-twice', { slug, file: known })
      else if (translated === undefined) files.set(slug, { id: path })
      else english.set(slug, path)
    }
  }
  for (const [slug, en] of english) {
    const original = files.get(slug)
    if (original !== undefined) files.set(slug, { ...original, en })
    else report(en, 'no-original')
  }
  return { files, assessed, problems }
}

/** What is in a folder, by name; nothing, and the system's word why to `report`, where it cannot be read. */
export async function entriesOf(path: string, report: (code: string) => void): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.sort((a, b) => compareText(a.name, b.name))
  } catch (error) {
    report(codeOf(error))
    return []
  }
}
