import type { Member } from './cast.ts'
import type { HabitName } from './habits.ts'
import type { AddressForm, JobRole } from '../../people/index.ts'

export type GalleryRole = 'newcomer' | 'mid_course' | 'lagging' | 'coordinator' | 'admin'

interface Bilingual {
  readonly id: string
  readonly en: string
}

/** Somebody whom a visitor can be. Everyone here is invented. */
export interface GalleryPerson {
  /** Telegram's id. */
  readonly id: number
  readonly role: GalleryRole
  readonly firstName: string
  readonly lastName: string
  readonly title: Bilingual
  readonly story: Bilingual
  /** How the person has lived until the visitor comes; the newcomer has not joined. */
  readonly life:
    | {
        readonly habit: HabitName
        readonly addressForm: AddressForm
        readonly jobRole: JobRole
        /** Number of the kecamatan. */
        readonly unit: number
        /** Number of the morning on which the person joined. */
        readonly morning: number
        /** The lesson at which the habit's turn comes. */
        readonly turnAt: number
      }
    | undefined
}

const FIRST_ID = 800_000_001

export const gallery: readonly GalleryPerson[] = [
  {
    id: FIRST_ID,
    role: 'newcomer',
    firstName: 'Rahmat',
    lastName: 'Mappasanda',
    title: { id: 'Perangkat desa baru', en: 'New village official' },
    story: {
      id: 'Baru menerima tautan undangan. Bukalah: empat ketukan sampai pelajaran pertama. (Tokoh rekaan.)',
      en: 'Has just been sent the invitation. Open it: four taps to the first lesson. (Fictional.)',
    },
    life: undefined,
  },
  {
    id: FIRST_ID + 1,
    role: 'mid_course',
    firstName: 'Nurul',
    lastName: 'Salim',
    title: { id: 'Guru di tengah jalan', en: 'Teacher in mid-course' },
    story: {
      id: 'Setengah jalan di Fondasi dan hampir selalu menjawab. Besok pagi ada pelajaran baru. (Tokoh rekaan.)',
      en: 'Half way through the foundations, and nearly always answers. A new lesson comes next morning. (Fictional.)',
    },
    life: {
      habit: 'steady',
      addressForm: 'ibu',
      jobRole: 'guru',
      unit: 13,
      morning: 7,
      turnAt: 0,
    },
  },
  {
    id: FIRST_ID + 2,
    role: 'lagging',
    firstName: 'Hasnah',
    lastName: 'Latif',
    title: { id: 'Perawat yang tertinggal', en: 'Nurse who lags' },
    story: {
      id: 'Rajin di minggu pertama, lalu sif malam. Satu pelajaran menunggu, bukan tumpukan. (Tokoh rekaan.)',
      en: 'Keen in the first week, then came the night shifts. One lesson waits, not a pile. (Fictional.)',
    },
    life: {
      habit: 'fading',
      addressForm: 'ibu',
      jobRole: 'kesehatan',
      unit: 0,
      morning: 0,
      turnAt: 7,
    },
  },
  {
    id: FIRST_ID + 3,
    role: 'coordinator',
    firstName: 'Ridwan',
    lastName: 'Basri',
    title: { id: 'Koordinator kecamatan', en: 'Coordinator of a district' },
    story: {
      id: 'Belajar seperti yang lain, dan membantu Kecamatan Turikale sampai bersama-sama. (Tokoh rekaan.)',
      en: 'Learns like everybody else, and helps Kecamatan Turikale to get there together. (Fictional.)',
    },
    life: {
      habit: 'steady',
      addressForm: 'bapak',
      jobRole: 'pimpinan',
      unit: 13,
      morning: 2,
      turnAt: 0,
    },
  },
  {
    id: FIRST_ID + 4,
    role: 'admin',
    firstName: 'Fitriani',
    lastName: 'Usman',
    title: { id: 'Admin kabupaten', en: 'Admin of the regency' },
    story: {
      id: 'Melihat siapa yang belajar dan apa hasilnya. Coba ketik /statistik. (Tokoh rekaan.)',
      en: 'Sees who learns and what comes of it. Try typing /stats. (Fictional.)',
    },
    life: {
      habit: 'steady',
      addressForm: 'ibu',
      jobRole: 'perencanaan',
      unit: 12,
      morning: 0,
      turnAt: 0,
    },
  },
]

/** Those of the gallery who have a life behind them, as members of the cast. */
export function galleryMembers(): Member[] {
  return gallery.flatMap(({ id, firstName, lastName, life }) =>
    life === undefined
      ? []
      : [
          {
            profile: { id, firstName, lastName, languageCode: 'id' },
            habit: life.habit,
            addressForm: life.addressForm,
            jobRole: life.jobRole,
            english: false,
            unit: life.unit,
            turnAt: life.turnAt,
            joins: { morning: life.morning, minute: 10 },
          },
        ],
  )
}
