import type { CivilDay } from './civil-day.ts'

/** Where the days of 2026 are from; it stands beside each of them. */
export const INDONESIA_2026_SOURCE =
  'Keputusan bersama tiga menteri (SKB 3 Menteri), September 2025, 17 hari libur nasional dan 8 hari cuti bersama 2026; menurut brilio.net'

/**
 * National holidays and collective leave of 2026, by the joint decree of three ministers of
 * September 2025: 17 and 8 days. A year without its decree has weekends alone.
 */
export const indonesia2026: readonly {
  readonly day: CivilDay
  readonly kind: 'holiday' | 'collective_leave'
  readonly name: string
}[] = [
  { day: '2026-01-01', kind: 'holiday', name: 'Tahun Baru 2026 Masehi' },
  { day: '2026-01-16', kind: 'holiday', name: 'Isra Mikraj Nabi Muhammad SAW' },
  { day: '2026-02-16', kind: 'collective_leave', name: 'Cuti bersama Tahun Baru Imlek' },
  { day: '2026-02-17', kind: 'holiday', name: 'Tahun Baru Imlek 2577 Kongzili' },
  { day: '2026-03-18', kind: 'collective_leave', name: 'Cuti bersama Hari Suci Nyepi' },
  { day: '2026-03-19', kind: 'holiday', name: 'Hari Suci Nyepi, Tahun Baru Saka 1948' },
  { day: '2026-03-20', kind: 'collective_leave', name: 'Cuti bersama Idul Fitri 1447 H' },
  { day: '2026-03-21', kind: 'holiday', name: 'Idul Fitri 1447 H' },
  { day: '2026-03-22', kind: 'holiday', name: 'Idul Fitri 1447 H, hari kedua' },
  { day: '2026-03-23', kind: 'collective_leave', name: 'Cuti bersama Idul Fitri 1447 H' },
  { day: '2026-03-24', kind: 'collective_leave', name: 'Cuti bersama Idul Fitri 1447 H' },
  { day: '2026-04-03', kind: 'holiday', name: 'Wafat Yesus Kristus' },
  { day: '2026-04-05', kind: 'holiday', name: 'Kebangkitan Yesus Kristus (Paskah)' },
  { day: '2026-05-01', kind: 'holiday', name: 'Hari Buruh Internasional' },
  { day: '2026-05-14', kind: 'holiday', name: 'Kenaikan Yesus Kristus' },
  { day: '2026-05-15', kind: 'collective_leave', name: 'Cuti bersama Kenaikan Yesus Kristus' },
  { day: '2026-05-27', kind: 'holiday', name: 'Idul Adha 1447 H' },
  { day: '2026-05-28', kind: 'collective_leave', name: 'Cuti bersama Idul Adha 1447 H' },
  { day: '2026-05-31', kind: 'holiday', name: 'Hari Raya Waisak 2570 BE' },
  { day: '2026-06-01', kind: 'holiday', name: 'Hari Lahir Pancasila' },
  { day: '2026-06-16', kind: 'holiday', name: 'Tahun Baru Islam 1448 H' },
  { day: '2026-08-17', kind: 'holiday', name: 'Proklamasi Kemerdekaan' },
  { day: '2026-08-25', kind: 'holiday', name: 'Maulid Nabi Muhammad SAW' },
  { day: '2026-12-24', kind: 'collective_leave', name: 'Cuti bersama Natal' },
  { day: '2026-12-25', kind: 'holiday', name: 'Kelahiran Yesus Kristus (Natal)' },
]
