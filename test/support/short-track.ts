import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalogue } from '../../src/content/index.ts'
import { copyLessons, type LessonFolder } from './lesson-folder.ts'

/** Lessons of which the common track alone is left, with its first `count` lessons. */
export async function shortTrack(catalogue: Catalogue, count: number): Promise<LessonFolder> {
  const folder = await copyLessons()
  for (const track of catalogue.tracks) {
    if (track.id !== 'fondasi') await rm(join(folder.path, track.id), { recursive: true })
  }
  const files = (await readdir(join(folder.path, 'fondasi'))).filter((file) =>
    /^\d+-[^.]+\.md$/.test(file),
  )
  for (const file of files.toSorted().slice(count)) {
    await folder.withdraw('fondasi', file.replace(/\.md$/, ''))
  }
  return folder
}
