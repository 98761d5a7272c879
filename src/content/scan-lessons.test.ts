import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  LESSON,
  TODAY,
  TRACK,
  changed,
  goodFiles,
  lessonFile,
  problemsOf,
  trackYaml,
  withLessons,
  type Files,
} from './fixture.ts'
import { checkLessons } from './check-lessons.ts'
import { MOST_BYTES } from './limits.ts'
import { formatProblem } from './problem.ts'

describe('files', () => {
  it.each<[string, Files, string[]]>([
    [
      'UTF-16',
      { [LESSON]: Buffer.from(`\u{feff}${lessonFile()}`, 'utf16le') },
      [`${LESSON}:1: the file is UTF-16: save it as UTF-8 in your editor`],
    ],
    [
      'Latin-1',
      { [LESSON]: Buffer.from(lessonFile().replace('Menyusun', 'Menyusún'), 'latin1') },
      [`${LESSON}:27: the file is not UTF-8: save it as UTF-8 in your editor`],
    ],
    [
      'binary',
      { [LESSON]: Buffer.from('---\nid: a\0b\n') },
      [`${LESSON}:2: the file is binary, not text: replace it by a Markdown file`],
    ],
    [
      'damaged by saving',
      changed('draf', 'dr\u{fffd}f'),
      [
        `${LESSON}:27: there is a character that cannot be shown (U+FFFD): type the text of this line again`,
      ],
    ],
    [
      'huge',
      { [LESSON]: 'a'.repeat(MOST_BYTES + 1) },
      [
        `${LESSON}:1: the file has 262145 bytes: a lesson has a few thousand, and 262144 is the limit`,
      ],
    ],
    [
      'named but missing',
      { [TRACK]: trackYaml('fondasi', ['satu', 'dua']) },
      [`${TRACK}:7: lesson dua has no file: add fondasi/NN-dua.md, or remove the line`],
    ],
    [
      'named twice',
      { [TRACK]: trackYaml('fondasi', ['satu', 'satu']) },
      [`${TRACK}:7: lesson satu is named twice: remove one of the two`],
    ],
    [
      'not named',
      { 'fondasi/02-dua.md': lessonFile('fondasi-dua') },
      [
        'fondasi/02-dua.md:1: lesson dua is not named in fondasi/track.yaml: add it to `lessons` there, or remove this file',
      ],
    ],
    [
      'two of one slug',
      { 'fondasi/02-satu.md': lessonFile() },
      [
        'fondasi/02-satu.md:1: lesson satu has another file, fondasi/01-satu.md: remove one of the two',
      ],
    ],
    [
      'English alone',
      { 'fondasi/02-dua.en.md': lessonFile() },
      [
        'fondasi/02-dua.en.md:1: there is no Indonesian lesson beside it: write it, or correct the name',
      ],
    ],
    [
      'with another name',
      { 'fondasi/Catatan.md': '' },
      [
        'fondasi/Catatan.md:1: this is not the name of a lesson: call it NN-slug.md or NN-slug.en.md, in small letters, or remove it',
      ],
    ],
    [
      'in a folder below',
      { 'fondasi/lama/01-satu.md': '' },
      [
        'fondasi/lama:1: this is not a file: keep the files of lessons alone here, and no links or folders',
      ],
    ],
    [
      'without track.yaml',
      { 'guru/01-satu.md': lessonFile('guru-satu') },
      ['guru/track.yaml:1: the file is missing: write it'],
    ],
  ])('%s', async (_, files, problems) => {
    expect(await problemsOf(files)).toEqual(problems)
  })

  it('a link is not followed, in the folder or in a track', async () => {
    await withLessons(goodFiles, async (folder) => {
      await symlink('/etc', join(folder, 'luar'))
      await symlink('/etc/passwd', join(folder, 'fondasi/02-dua.md'))
      const { errors: problems } = await checkLessons(folder, TODAY)
      expect(problems.map(formatProblem)).toEqual([
        'fondasi/02-dua.md:1: this is not a file: keep the files of lessons alone here, and no links or folders',
        'luar:1: this is a link: copy what it leads to, since nothing outside the folder is read',
      ])
    })
  })

  it('a track.yaml that leads out of the folder is not read either', async () => {
    await withLessons({ 'fondasi/01-satu.md': lessonFile() }, async (folder) => {
      await symlink('/etc/passwd', join(folder, TRACK))
      const { errors } = await checkLessons(folder, TODAY)
      expect(errors.map(formatProblem)).toEqual([
        `${TRACK}:1: this is not a file: keep the files of lessons alone here, and no links or folders`,
      ])
    })
  })

  it('a folder that is not there, and one without a track', async () => {
    const { errors: problems } = await checkLessons('/nowhere/lessons', TODAY)
    expect(problems.map(formatProblem)).toEqual([
      '/nowhere/lessons:1: the folder cannot be read (ENOENT): name the folder that holds the tracks',
    ])
    await withLessons({}, async (folder) => {
      expect((await checkLessons(folder, TODAY)).errors.map(formatProblem)).toEqual([
        `${folder}:1: there is no track in the folder: add a folder with track.yaml and lessons`,
      ])
    })
  })
})

describe('ids over all tracks', () => {
  it('a lesson and its question with taken ids', async () => {
    const files = {
      'guru/track.yaml': trackYaml('guru', ['satu']),
      'guru/01-satu.md': lessonFile('fondasi-satu'),
    }
    expect(await problemsOf(files)).toEqual([
      `guru/01-satu.md:2: lesson id fondasi-satu is taken by ${LESSON}:2: give this one another id`,
      `guru/01-satu.md:14: question id fondasi-satu-q1 is taken by ${LESSON}:14: give this one another id`,
    ])
  })

  it('two tracks with one id', async () => {
    const files = {
      'guru/track.yaml': trackYaml('fondasi', ['satu']),
      'guru/01-satu.md': lessonFile('guru-satu'),
    }
    expect(await problemsOf(files)).toEqual([
      `guru/track.yaml:1: track id fondasi is taken by ${TRACK}:1: give this one another id`,
    ])
  })
})

it('everything that is wrong is said at once, by file and line', async () => {
  const files = {
    [LESSON]: lessonFile()
      .replace('title: AI alat bantu', 'title:')
      .replace('answer: b', 'answer: d')
      .replace('c: "Warga"', 'c: "Petugas"')
      .replace('draf', '<br>'),
    'fondasi/02-dua.md': 'Tanpa apa-apa',
    'guru/track.yaml': 'id: guru',
  }
  expect((await problemsOf(files)).map((problem) => problem.split(':', 2).join(':'))).toEqual([
    'fondasi/01-satu.md:3',
    'fondasi/01-satu.md:17',
    'fondasi/01-satu.md:21',
    'fondasi/01-satu.md:27',
    'fondasi/02-dua.md:1',
    'fondasi/02-dua.md:1',
    'guru/track.yaml:1',
    'guru/track.yaml:1',
    'guru/track.yaml:1',
    'guru/track.yaml:1',
  ])
})
