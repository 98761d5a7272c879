/**
 * Words that turn a question round or move its answer, in both languages: negations, modals,
 * quantities, times and units. Nothing that touches one of them is a matter of spelling.
 */
const NEGATIONS = `
  tidak tak tiada bukan jangan belum tanpa nir non anti kecuali selain mustahil
  not no never none nobody nothing nowhere neither nor without except cannot cant dont doesnt didnt
  wont wouldnt shouldnt mustnt isnt arent wasnt werent hasnt havent hadnt couldnt neednt unless`

const MODALS = `
  boleh wajib harus dapat bisa mesti perlu dilarang hanya cuma semua seluruh segala setiap tiap selalu
  pernah sering jarang kadang sebagian beberapa banyak sedikit lebih kurang paling sangat cukup sudah
  akan atau dan jika bila kalau apabila walau meski sebelum sesudah setelah ketika selama sejak hingga
  sampai sekitar hampir tepat minimal maksimal benar salah
  must may might can could shall should will would need only just all any each every always often
  rarely seldom sometimes ever some most more less least few many much both either or and if when
  while before after until since about almost exactly minimum maximum right wrong true false`

const NUMBERS = `
  nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus
  ribu seribu juta sejuta miliar triliun setengah separuh seperempat sepertiga pertama kedua ketiga
  keempat kelima ganda kali
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
  sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
  thousand million billion half third quarter first second fourth fifth double twice once times`

const UNITS = `
  detik menit jam hari minggu pekan bulan tahun abad meter sentimeter kilometer milimeter gram
  kilogram miligram ton liter mililiter hektare hektar are persen derajat rupiah dolar rp usd kata
  second seconds minute minutes hour hours day days week weeks month months year years century
  centimetre kilometre litre hectare percent percentage degree dollar euro word words
  km cm mm kg mg ml ha kb mb gb tb`

const DATES = `
  senin selasa rabu kamis jumat sabtu ahad januari februari maret april mei juni juli agustus
  september oktober november desember kemarin besok lusa sekarang nanti tadi
  monday tuesday wednesday thursday friday saturday sunday january february march may june july
  august october december yesterday today tomorrow now later`

const listed = (words: string): string[] => words.trim().split(/\s+/)

const WEIGHTY: ReadonlyMap<string, string> = new Map([
  ...listed(DATES).map((word) => [word, 'the time'] as const),
  ...listed(UNITS).map((word) => [word, 'the unit'] as const),
  ...listed(NUMBERS).map((word) => [word, 'the number'] as const),
  ...listed(MODALS).map((word) => [word, 'the condition'] as const),
  ...listed(NEGATIONS).map((word) => [word, 'the negation'] as const),
])

/** What a word like that is, in words; undefined for any other. */
export function weightOf(word: string): string | undefined {
  return WEIGHTY.get(word)
}
