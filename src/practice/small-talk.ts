/**
 * What people write to a bot out of courtesy: it asks for nothing and answers nothing. A reaction is
 * enough, and nobody else needs to see it.
 */
export type SmallTalk = 'thanks' | 'fine'

const THANKS = new Set(
  'terima kasih terimakasih trims trimakasih trima tq makasih makasi mksh tks thanks thank you thx ty suwun tarima'.split(
    ' ',
  ),
)

const FINE = new Set(
  (
    'siap siapp siaap hadir ok oke okay okey okee oks baik baiklah noted mantap mantab sip siip sipp ' +
    'iya ya yes yup paham mengerti dimengerti bagus hebat keren luar biasa setuju lanjutkan laksanakan ' +
    'monggo good great nice done ready present understood amin aamiin semangat'
  ).split(' '),
)

/** Said beside them, and meaning as little alone. */
const BESIDE = new Set(
  'pak bu bapak ibu kak bang mas mbak min admin semua semuanya banyak sekali atas ilmunya infonya informasinya materinya pelajarannya nya dan sudah yang selamat pagi siang sore malam laksanakan very much so all for the lesson sir madam'.split(
    ' ',
  ),
)

const PICTURES =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\s)+$/u

/** Words of the longest courtesy. */
const MOST_WORDS = 8

/** @returns undefined for a text that means something */
export function smallTalk(text: string): SmallTalk | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (PICTURES.test(trimmed)) return trimmed.includes('🙏') ? 'thanks' : 'fine'
  if (/[?\d]/.test(trimmed)) return undefined
  const words = trimmed
    .toLowerCase()
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0 || words.length > MOST_WORDS) return undefined
  if (!words.every((word) => THANKS.has(word) || FINE.has(word) || BESIDE.has(word)))
    return undefined
  if (words.some((word) => THANKS.has(word))) return 'thanks'
  return words.some((word) => FINE.has(word)) ? 'fine' : undefined
}
