/** What every contender sends: the words that ours renders from its locales. */
export const TEXT =
  'Nama itu terlalu panjang untuk saya. Ketikkan nama panggilan Anda, paling banyak 100 huruf.'
