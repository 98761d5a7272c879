/**
 * Every command with its names: the Indonesian one first, then the English one and the aliases. The
 * names are a contract; see the table in README.
 */
export const commands = {
  materi: ['materi', 'today', 'hariini'],
  progres: ['progres', 'progress'],
  latihan: ['latihan', 'review', 'ulang'],
  cari: ['cari', 'search'],
  jeda: ['jeda', 'pause'],
  lanjut: ['lanjut', 'resume'],
  jadwal: ['jadwal', 'time', 'jam'],
  sertifikat: ['sertifikat', 'certificate'],
  bahasa: ['bahasa', 'language'],
  pengumuman: ['pengumuman', 'announce', 'umumkan'],
  peringkat: ['peringkat', 'ranking'],
  tanya: ['tanya', 'ask'],
  data_saya: ['data_saya', 'mydata'],
  bantuan: ['bantuan', 'help'],
  belum_selesai: ['belum_selesai', 'lagging'],
  ingatkan: ['ingatkan', 'remind'],
  peran: ['peran', 'role'],
  peserta: ['peserta', 'roster'],
  statistik: ['statistik', 'stats'],
  undang: ['undang', 'invite'],
  kelola_materi: ['kelola_materi', 'content'],
  laporan: ['laporan', 'report'],
  dasbor: ['dasbor', 'dashboard'],
  audit: ['audit'],
  status: ['status'],
  unit: ['unit'],
  kalender: ['kalender', 'calendar'],
  ekspor: ['ekspor', 'export'],
  impor: ['impor', 'import'],
} as const

export type Command = keyof typeof commands

/** All names of a command, as grammY takes them. */
export function namesOf(command: Command): string[] {
  return [...commands[command]]
}

/** Plain words that work without a slash. */
export const plainWords = {
  stop: /^(berhenti|stop)$/i,
  cancel: /^(batal|cancel)$/i,
  unremind:
    /^(jangan ingatkan( saya)?( lagi)?|do( not|n['’]?t) remind me( again)?|stop reminding me)[.!]?$/i,
  menu: /^(menu|bantuan|help)$/i,
} as const

/** Whether a text is one of the plain words, and so no answer to what was asked for. */
export function isPlainWord(text: string): boolean {
  return Object.values(plainWords).some((word) => word.test(text))
}
