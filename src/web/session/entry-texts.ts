/** What the page says that a link opens. */
export const entryTexts = {
  id: {
    title: 'Masuk',
    open: 'Tautan ini membuka halaman untuk Anda, satu kali, selama satu jam. Jangan teruskan kepada siapa pun.',
    button: 'Buka halaman',
    over: 'Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru di Telegram.',
    none: 'Halaman ini dibuka lewat tautan dari Telegram. Mintalah tautannya di sana.',
    notAllowed: 'Halaman ini bukan untuk peran Anda.',
    other: 'English',
  },
  en: {
    title: 'Sign in',
    open: 'This link opens a page for you, once, for an hour. Do not pass it on to anybody.',
    button: 'Open the page',
    over: 'This link has been used or has run out. Ask for a new one in Telegram.',
    none: 'This page is opened by a link from Telegram. Ask for it there.',
    notAllowed: 'This page is not for your role.',
    other: 'Bahasa Indonesia',
  },
} as const
