import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue, type Catalogue } from '../../src/content/index.ts'
import { LESSONS } from './world.ts'

/** A copy of the shipped lessons that a test may edit. */
export interface LessonFolder {
  readonly path: string
  /** @throws Error when `from` is not in the file */
  edit(file: string, from: string | RegExp, to: string): Promise<void>
  /** The file as it was shipped. */
  restore(file: string): Promise<void>
  /** Takes a lesson out of its track: its files and its line. */
  withdraw(track: string, file: string): Promise<void>
  /** Its catalogue as it stands now. */
  load(): Promise<Catalogue>
  remove(): Promise<void>
}

export async function copyLessons(): Promise<LessonFolder> {
  const path = await mkdtemp(join(tmpdir(), 'sedikit-lessons-'))
  await cp(LESSONS, path, { recursive: true })
  // Its items test lessons that these tests withdraw.
  await rm(join(path, 'fondasi/assessment.yaml'))
  const edit = async (file: string, from: string | RegExp, to: string): Promise<void> => {
    const text = await readFile(join(path, file), 'utf8')
    const edited = text.replace(from, to)
    if (edited === text) throw new Error(`${String(from)} is not in ${file}`)
    await writeFile(join(path, file), edited)
  }
  return {
    path,
    edit,
    restore: (file) => cp(join(LESSONS, file), join(path, file)),
    async withdraw(track, file) {
      const slug = file.replace(/^\d+-/, '')
      await edit(`${track}/track.yaml`, new RegExp(`^ *- ${slug}\\n`, 'm'), '')
      for (const ending of ['.md', '.en.md']) {
        await rm(join(path, track, file + ending), { force: true })
      }
    },
    async load() {
      const loaded = await loadCatalogue(path)
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
      return loaded.catalogue
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}
