type Kind = 'used' | 'expired' | 'not_allowed' | 'unknown'

/** Two sentences each: what is, and what to do. They hold nothing of the file. */
const texts: Readonly<Record<'id' | 'en', Readonly<Record<Kind, readonly [string, string]>>>> = {
  id: {
    used: [
      'Tautan ini sudah dipakai.',
      'Setiap tautan berlaku untuk satu kali unduh. Minta tautan baru dengan tombol di bawah pesan ekspor di Telegram.',
    ],
    expired: [
      'Berkas ini sudah dihapus.',
      'Hasil ekspor disimpan selama satu jam saja. Ketik /ekspor di Telegram untuk membuatnya lagi.',
    ],
    not_allowed: [
      'Berkas ini bukan lagi untuk Anda.',
      'Peran yang membolehkannya sudah dicabut. Tanyakan kepada admin organisasi Anda.',
    ],
    unknown: [
      'Tautan ini tidak dikenal.',
      'Mungkin terpotong saat disalin. Buka lagi dari pesan di Telegram.',
    ],
  },
  en: {
    used: [
      'This link has been used.',
      'Each link is good for one download. Ask for another with the button below the export in Telegram.',
    ],
    expired: [
      'This file has been deleted.',
      'An export is kept for one hour. Send /export in Telegram to make it again.',
    ],
    not_allowed: [
      'This file is no longer for you.',
      'The role that allowed it was taken back. Ask an admin of your organisation.',
    ],
    unknown: [
      'This link is not known.',
      'Perhaps it was cut off when it was copied. Open it again from the message in Telegram.',
    ],
  },
}

/** A page for a link that leads to no file. */
export function downloadNote(kind: Kind, language: 'id' | 'en'): string {
  const [what, then] = texts[language][kind]
  return (
    `<!doctype html><html lang="${language}"><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${what}</title><h1>${what}</h1><p>${then}</p></html>\n`
  )
}
