import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../platform/errors.ts'
import { goodFiles, withLessons } from '../fixture.ts'
import { placeTrack, saveTrack } from './save-track.ts'

const files = new Map([
  ['track.yaml', 'id: baru\n'],
  ['01-a.md', 'isi\n'],
])

describe('where a track may stand', () => {
  it.each([
    ['baru', 'baru'],
    ['baru-2/', 'baru-2'],
    ['./baru', 'baru'],
    ['fondasi/../baru/', 'baru'],
  ])('%j: by name, or by a path directly below the folder', async (to, name) => {
    await withLessons(goodFiles, async (folder) => {
      const path = to.includes('/') && to !== 'baru-2/' ? `${folder}/${to}` : to
      expect(await placeTrack(folder, path)).toEqual({ folder, name })
    })
  })

  it.each([
    ['..', 'cannot be the name'],
    ['', 'cannot be the name'],
    ['.baru', 'cannot be the name'],
    ['Baru', 'cannot be the name'],
    ['../baru', 'not directly below'],
    ['fondasi/baru', 'not directly below'],
    ['/tmp/baru', 'not directly below'],
    ['tidak-ada/baru', 'not directly below'],
    ['fondasi', 'is there already'],
    ['berkas', 'is there already'],
    ['tautan', 'is there already'],
  ])('%j: refused, since it %s', async (to, words) => {
    await withLessons({ ...goodFiles, berkas: 'x' }, async (folder) => {
      await symlink(join(folder, 'nowhere'), join(folder, 'tautan'))
      const path = to.includes('/') && !to.startsWith('/') ? join(folder, to) : to
      await expect(placeTrack(folder, path)).rejects.toThrow(words)
      await expect(placeTrack(folder, path)).rejects.toBeInstanceOf(UserError)
    })
  })

  it('is in a folder that is there', async () => {
    await expect(placeTrack('/nowhere/at/all', 'baru')).rejects.toThrow('ENOENT')
  })
})

describe('a track that is saved', () => {
  it('is there as a whole, readable as any folder, with nothing beside it', async () => {
    await withLessons(goodFiles, async (folder) => {
      await saveTrack({ folder, name: 'baru' }, files)
      expect((await readdir(folder)).sort()).toEqual(['baru', 'fondasi'])
      expect((await readdir(join(folder, 'baru'))).sort()).toEqual(['01-a.md', 'track.yaml'])
      expect(await readFile(join(folder, 'baru/01-a.md'), 'utf8')).toBe('isi\n')
    })
  })

  it('is not there at all when a file fails', async () => {
    await withLessons(goodFiles, async (folder) => {
      const broken = new Map([...files, ['no/such/folder.md', 'x']])
      await expect(saveTrack({ folder, name: 'baru' }, broken)).rejects.toThrow('ENOENT')
      expect(await readdir(folder)).toEqual(['fondasi'])
    })
  })

  it('takes the place of nothing, even of an empty folder made meanwhile', async () => {
    await withLessons(goodFiles, async (folder) => {
      await mkdir(join(folder, 'baru'))
      await expect(saveTrack({ folder, name: 'baru' }, files)).rejects.toThrow('is there already')
      expect((await readdir(folder)).sort()).toEqual(['baru', 'fondasi'])
      expect(await readdir(join(folder, 'baru'))).toEqual([])
    })
  })
})
