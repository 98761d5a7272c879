import { isNear } from './near.ts'

/** What stands before a name and belongs to none. */
const BEFORE = new Set(
  'dr drs dra ir prof h hj hajjah haji apt kh ust ustadz ustaz ns ners bapak bpk pak ibu bu sdr sdri mr mrs ms'.split(
    ' ',
  ),
)

/** Degrees as they are written without a comma before them; their dots are gone here. */
const DEGREES = new Set(
  'skep skepns sked skm sfarm sgz sst spd spdi sdsd sag sh shi se sei ssos sip sap ssi stp st skom sp spt mpd mpdi mkes mkep mkm msi mm mh mhum mt mp map mkom ma msc phd amd amdkep amdkeb amkeb amak str strkeb strkep sstp bsc dpl cht'.split(
    ' ',
  ),
)

/** Short forms and spellings of the names that most people here share. */
const SAME: ReadonlyMap<string, string> = new Map(
  [
    'muhammad muh moh mohd mohammad mohamad muhamad muhammed mochammad mochamad much md',
    'siti st sitti sity siti',
    'abdul abd abdoel abdoul',
    'ahmad achmad akhmad',
    'nur noor nor',
    'daeng dg',
    'syamsuddin syamsudin samsuddin',
  ].flatMap((line) => {
    const [to = '', ...forms] = line.split(' ')
    return forms.map((form) => [form, to] as const)
  }),
)

/** Names that many share: alone they say nobody's. */
export const SHARED: ReadonlySet<string> = new Set([
  'muhammad',
  'siti',
  'andi',
  'abdul',
  'nur',
  'sri',
  'daeng',
  'ahmad',
])

/** Shorter names have too many neighbours. */
const SLIP_LENGTH = 5

/** "S.Kep", and a doctor's speciality: "Sp.A". */
function isDegree(word: string): boolean {
  return DEGREES.has(word.replaceAll('.', '')) || /^sp\.\p{L}/u.test(word)
}

/**
 * The parts of a name by which people know each other: without titles, degrees, case and accents,
 * short forms written out. "Hj. St. Aminah, S.Kep." → siti, aminah.
 */
export function partsOfName(name: string): readonly string[] {
  // Degrees stand behind the first comma.
  const [own = ''] = name.split(',')
  const words = own
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    // "A.Rahman" are two parts, "S.Kep" is one.
    .split(/\s+/)
    .flatMap((word) => (isDegree(word) ? [word.replaceAll('.', '')] : word.split('.')))
    .map((word) => word.replaceAll(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '')
  const first = words.findIndex((word) => !BEFORE.has(word))
  return (
    words
      .slice(Math.max(first, 0))
      // Before a name "St." is Siti, behind it a degree.
      .filter(
        (word, i) =>
          i === 0 || !(DEGREES.has(word) || BEFORE.has(word) || /^sp\p{L}{1,3}$/u.test(word)),
      )
      .map((word) => SAME.get(word) ?? word)
  )
}

/** "A." is Andi, "Muh." and "M." Muhammad: a letter that stands for a name that many share. */
export function isSameFirst(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length === 1 && SHARED.has(long) && long.startsWith(short)
}

/** "A." may be Andi, "M." Muhammad, or any name with that letter. */
function isSamePart(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  return a.length >= SLIP_LENGTH && b.length >= SLIP_LENGTH && isNear(a, b)
}

/**
 * How alike two names are: 0 not at all, 1 exactly. Each part of the shorter must be found in the
 * longer, and one of them must be more than a letter or a name that many share.
 */
export function likenessOf(a: string, b: string): number {
  return likenessOfParts(partsOfName(a), partsOfName(b))
}

/** The same of names that are taken apart already: that is most of the work where many are compared. */
export function likenessOfParts(a: readonly string[], b: readonly string[]): number {
  const [few, many] = [a, b].toSorted((x, y) => x.length - y.length)
  if (few === undefined || many === undefined || few.length === 0) return 0
  const left = [...many]
  let telling = few.length === many.length && few.every((part, i) => part === many[i])
  let exact = 0
  for (const part of few) {
    const at = left.includes(part)
      ? left.indexOf(part)
      : left.findIndex((one) => isSamePart(part, one))
    const [found] = at === -1 ? [] : left.splice(at, 1)
    if (found === undefined) return 0
    if (found === part) exact++
    if (part.length > 1 && found.length > 1 && !SHARED.has(part)) telling = true
  }
  return telling ? (exact + (few.length - exact) / 2) / many.length : 0
}
