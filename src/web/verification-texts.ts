import type { Checked, RevocationReason } from '../certificates/index.ts'

type Language = 'id' | 'en'

export interface PageTexts {
  readonly title: string
  readonly heading: Readonly<Record<Checked['kind'], string>>
  readonly explain: {
    readonly valid: string
    readonly revoked: (day: string, reason: string) => string
    readonly superseded: (number: string, day: string) => string
    readonly erased: (number: string) => string
    readonly unknown: string
    readonly malformed: string
  }
  readonly reason: Readonly<Record<RevocationReason, string>>
  readonly fact: {
    readonly number: string
    readonly revision: string
    readonly name: string
    readonly unit: string
    readonly track: string
    readonly completed: string
    readonly issued: string
    readonly organisation: string
    readonly hours: string
    readonly basis: string
  }
  readonly compare: string
  /** The link to the other language, in that language. */
  readonly other: string
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  id: {
    title: 'Pemeriksaan sertifikat',
    heading: {
      valid: 'Sertifikat ini sah',
      revoked: 'Sertifikat ini sudah dicabut',
      superseded: 'Lembar ini sudah diganti',
      erased: 'Pemiliknya telah menghapus datanya',
      unknown: 'Tidak ada sertifikat dengan kode ini',
      malformed: 'Alamat ini tidak lengkap',
    },
    explain: {
      valid:
        'Cocokkan dengan lembar yang Anda pegang. Kalau ada yang berbeda, lembar itu telah diubah.',
      revoked: (day, reason) => `Dicabut pada ${day}. Alasan: ${reason}.`,
      superseded: (number, day) =>
        `Sertifikat ${number} dicetak ulang pada ${day} karena perbaikan. Mintalah lembar yang baru kepada pemiliknya.`,
      erased: (number) =>
        `Sertifikat ${number} memang pernah diterbitkan, tetapi nama dan unit pemiliknya tidak lagi bisa dicocokkan di sini.`,
      unknown:
        'Pindai sekali lagi kode QR di lembarnya. Kalau tetap begini, lembar itu bukan dari kami.',
      malformed: 'Pindai sekali lagi kode QR di lembar sertifikatnya, atau salin alamatnya utuh.',
    },
    reason: {
      mistake: 'terbit karena kekeliruan',
      facts: 'ada data yang tidak benar',
      request: 'atas permintaan pemiliknya',
      conduct: 'diperoleh dengan cara yang tidak semestinya',
    },
    fact: {
      number: 'Nomor',
      revision: 'Revisi',
      name: 'Nama',
      unit: 'Unit',
      track: 'Jalur belajar',
      completed: 'Diselesaikan',
      issued: 'Diterbitkan',
      organisation: 'Penerbit',
      hours: 'Jam pelajaran (JP)',
      basis: 'Dasar',
    },
    compare: 'Halaman ini dibaca langsung dari daftar penerbit.',
    other: 'English',
  },
  en: {
    title: 'Certificate check',
    heading: {
      valid: 'This certificate is valid',
      revoked: 'This certificate was revoked',
      superseded: 'This sheet was replaced',
      erased: 'Its holder has had their data erased',
      unknown: 'There is no certificate with this code',
      malformed: 'This address is not complete',
    },
    explain: {
      valid: 'Compare it with the sheet that you hold. If anything differs, the sheet was altered.',
      revoked: (day, reason) => `Revoked on ${day}. Reason: ${reason}.`,
      superseded: (number, day) =>
        `Certificate ${number} was printed anew on ${day} because of a correction. Ask its holder for the new sheet.`,
      erased: (number) =>
        `Certificate ${number} was issued, but its holder’s name and unit can no longer be compared here.`,
      unknown:
        'Scan the QR code on the sheet once more. If this comes again, the sheet is not from us.',
      malformed: 'Scan the QR code on the certificate once more, or copy the whole address.',
    },
    reason: {
      mistake: 'issued by mistake',
      facts: 'some of its facts are not true',
      request: 'at its holder’s request',
      conduct: 'obtained in a way that is not allowed',
    },
    fact: {
      number: 'Number',
      revision: 'Revision',
      name: 'Name',
      unit: 'Unit',
      track: 'Learning track',
      completed: 'Completed',
      issued: 'Issued',
      organisation: 'Issued by',
      hours: 'Training hours (JP)',
      basis: 'Legal basis',
    },
    compare: 'This page is read straight from the issuer’s register.',
    other: 'Bahasa Indonesia',
  },
}
