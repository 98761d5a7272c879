import type { Preset } from '../forms/periods.ts'

const number = (n: number): string => n.toLocaleString('id-ID')

/** Kata-kata milik halaman ini sendiri; selebihnya datang dari server. Bahasa Inggrisnya di en.ts. */
export const id = {
  title: 'Dasbor',
  skip: 'Langsung ke isi',
  tabs: 'Bagian dasbor',
  loading: 'Sedang dimuat…',
  asOf: (time: string) => `per ${time}`,
  asOfLong: (time: string) => `Angka per ${time}, diperbarui sendiri`,
  print: 'Cetak',
  close: 'Tutup',

  unit: 'Unit',
  allUnits: 'Semua unit',
  searchUnit: 'Cari nama unit',
  noUnit: 'Tidak ada unit dengan nama itu.',
  moreUnits: (n: number) => `${number(n)} unit lagi; ketik lebih banyak huruf untuk mempersempit.`,
  below: (name: string) => `Unit di bawah ${name}`,
  breadcrumb: 'Letak unit',
  here: 'unit ini',

  period: 'Waktu',
  presets: {
    week: '7 hari terakhir',
    month: '28 hari terakhir',
    thisMonth: 'Bulan ini',
    lastMonth: 'Bulan lalu',
    quarter: '91 hari terakhir',
    year: 'Tahun ini',
  } satisfies Record<Preset, string> as Record<Preset, string>,
  from: 'Dari tanggal',
  to: 'Sampai tanggal',
  show: 'Tampilkan',
  backwards: 'Tanggal akhirnya lebih awal daripada tanggal mulainya.',
  all: 'Semua',
  clear: 'Hapus saringan',
  filters: 'Saringan',

  facts: 'Angka utama',
  up: (n: string) => `naik ${n}`,
  down: (n: string) => `turun ${n}`,
  same: 'sama',
  points: (n: string) => `${n} poin`,
  againstBefore: 'dari masa sebelumnya',
  interval: (from: string, to: string) => `rentang ${from} sampai ${to}`,
  intervalNote: 'Garis tipis: rentang kepercayaan 95%.',
  notes: 'Yang perlu diketahui',

  table: 'Tabel',
  showTable: (title: string) => `Tampilkan tabel: ${title}`,
  hideTable: (title: string) => `Sembunyikan tabel: ${title}`,
  csv: 'CSV',
  csvOf: (title: string) => `Unduh CSV: ${title}`,
  csvFailed: 'Berkasnya belum bisa diunduh. Coba sekali lagi.',
  pages: 'Halaman tabel',
  page: (page: string, of: string) => `Halaman ${page} dari ${of}`,
  rows: (n: number) => `${number(n)} baris`,
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  least: 'sedikit',
  most: 'banyak',
  nothing: 'Belum ada yang bisa ditampilkan di sini.',

  lost: 'Sambungan terputus. Angka di bawah tetap yang terakhir; dicoba lagi dengan sendirinya.',
  lostFirst: 'Belum tersambung. Dicoba lagi dengan sendirinya.',
  notNow: 'Server sedang sibuk. Dicoba lagi dengan sendirinya.',
  overTitle: 'Sesi sudah selesai',
  over: 'Minta tautan baru dengan /dasbor di Telegram, lalu buka halaman ini lagi.',
  overInApp: 'Tutup halaman ini, lalu buka lagi dari Telegram dengan /dasbor.',
  refusedTitle: 'Tidak bisa ditampilkan',
  refused: 'Saringannya tidak cocok dengan yang ada.',
  toOverview: 'Kembali ke ringkasan',
}

export type Texts = typeof id
