import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './code-of.ts'
import { compareText, type Fault, type Problem } from './problem.ts'
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
  const problems: Problem[] = []
  const files = new Map<string, LessonFiles>()
  const english = new Map<string, string>()
  let assessed = false
  const report = (file: string, fault: Omit<Fault, 'line'>) =>
    problems.push({ file, line: 1, ...fault })

  for (const entry of await entriesOf(join(folder, name), (what) =>
    report(name, { what, mend: 'see that the folder may be read' }),
  )) {
    const path = `${name}/${entry.name}`
    const [, slug, translated] = LESSON_FILE.exec(entry.name) ?? []
    assessed ||= entry.name === ASSESSMENT_FILE
    if (!entry.isFile() && !READ_ELSEWHERE.test(entry.name)) {
      report(path, {
        what: 'this is not a file',
        mend: 'keep the files of lessons alone here, and no links or folders',
      })
    } else if (slug === undefined) {
      if (PASSED_OVER.test(entry.name)) continue
      report(path, {
        what: 'this is not the name of a lesson',
        mend: 'call it NN-slug.md or NN-slug.en.md, in small letters, or remove it',
      })
    } else {
      const known = translated === undefined ? files.get(slug)?.id : english.get(slug)
      if (known !== undefined) {
        report(path, {
          what: `lesson ${slug} has another file, ${known}`,
          mend: 'remove one of the two',
        })
      } else if (translated === undefined) files.set(slug, { id: path })
      else english.set(slug, path)
    }
  }
  for (const [slug, en] of english) {
    const original = files.get(slug)
    if (original !== undefined) files.set(slug, { ...original, en })
    else
      report(en, {
        what: 'there is no Indonesian lesson beside it',
        mend: 'write it, or correct the name',
      })
  }
  return { files, assessed, problems }
}

/** What is in a folder, by name; nothing, and a word to `report`, where it cannot be read. */
export async function entriesOf(path: string, report: (what: string) => void): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.sort((a, b) => compareText(a.name, b.name))
  } catch (error) {
    report(`the folder cannot be read (${codeOf(error)})`)
    return []
  }
}
