/** What every sheet says, in both languages; the facts are in facts.ts. */
export const sheetTexts = {
  title: { id: 'SERTIFIKAT', en: 'CERTIFICATE OF COMPLETION' },
  number: { id: 'Nomor', en: 'Number' },
  revision: { id: 'Revisi', en: 'Revision' },
  given: { id: 'diberikan kepada', en: 'is presented to' },
  completed: {
    id: 'yang telah menyelesaikan jalur belajar',
    en: 'who has completed the learning track',
  },
  hours: { id: 'setara', en: 'equivalent to' },
  basis: { id: 'Dasar', en: 'Legal basis' },
  scan: { id: 'Pindai untuk memeriksa keaslian', en: 'Scan to verify this certificate' },
} as const

/** 24 November 2026; the same words in any zone, since a civil day has none. */
export function dayText(day: string, locale: 'id' | 'en'): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`))
}
