import { expect, it } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { compareCatalogues, isSameCatalogue } from './compare-catalogues.ts'
import { goodFiles, lessonFile, TRACK, trackYaml, withLessons } from './fixture.ts'
import { loadCatalogue } from './load-catalogue.ts'

const OTHER = 'fondasi/02-dua.md'

async function catalogueOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Catalogue> {
  return withLessons(files, async (folder) => {
    const loaded = await loadCatalogue(folder)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    return loaded.catalogue
  })
}

const both = (edit: (text: string) => string = (text) => text) => ({
  [TRACK]: trackYaml('fondasi', ['satu', 'dua']),
  'fondasi/01-satu.md': edit(lessonFile('fondasi-satu')),
  [OTHER]: lessonFile('fondasi-dua'),
})

const NOTHING = { added: [], reworded: [], withdrawn: [], respelled: [], changed: [] }
const versions = (number: number) => new Map([['fondasi-satu-q1', number]])

it('says what came and what went', async () => {
  const [few, many] = [await catalogueOf(goodFiles), await catalogueOf(both())]
  const [before, after] = [
    { catalogue: few, versions: versions(1) },
    { catalogue: many, versions: versions(1) },
  ]
  expect(compareCatalogues(before, after)).toEqual({ ...NOTHING, added: ['fondasi-dua'] })
  expect(compareCatalogues(after, before)).toEqual({ ...NOTHING, withdrawn: ['fondasi-dua'] })
})

it('says of a question whether its statistics go on, and of a lesson that it is reworded', async () => {
  const before = { catalogue: await catalogueOf(both()), versions: versions(2) }
  const asked = await catalogueOf(both((text) => text.replace('Siapa yang', 'Siapakah')))
  expect(compareCatalogues(before, { catalogue: asked, versions: versions(2) })).toEqual({
    ...NOTHING,
    respelled: ['fondasi-satu-q1'],
  })
  expect(compareCatalogues(before, { catalogue: asked, versions: versions(3) })).toEqual({
    ...NOTHING,
    changed: ['fondasi-satu-q1'],
  })
  const told = await catalogueOf(both((text) => text.replace('alat bantu**', 'alat**')))
  expect(compareCatalogues(before, { catalogue: told, versions: versions(2) })).toEqual({
    ...NOTHING,
    reworded: ['fondasi-satu'],
  })
})

it('two that were read from the same files are the same, and minutes are a difference', async () => {
  const one = await catalogueOf(both())
  expect(isSameCatalogue(one, await catalogueOf(both()))).toBe(true)
  const longer = await catalogueOf(both((text) => text.replace('minutes: 3', 'minutes: 4')))
  expect(isSameCatalogue(one, longer)).toBe(false)
  expect(
    compareCatalogues(
      { catalogue: one, versions: versions(1) },
      { catalogue: longer, versions: versions(1) },
    ),
  ).toEqual(NOTHING)
})
