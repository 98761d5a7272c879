import type { Chance } from './chance.ts'

/*
 * Names that are common in South Sulawesi, put together by chance. Nobody is meant: the demo says
 * everywhere that its people are invented.
 */
const men = [
  'Andi Baso',
  'Arman',
  'Daeng Rate',
  'Hasan',
  'Ilham',
  'Irfan',
  'Muh. Yusuf',
  'Nasir',
  'Rahmat',
  'Ridwan',
  'Sulaiman',
  'Syamsul',
  'Takdir',
  'Zainal',
] as const
const women = [
  'Aisyah',
  'Andi Tenri',
  'Besse',
  'Dewi',
  'Fitriani',
  'Hasnah',
  'Indah',
  'Marlina',
  'Nurhayati',
  'Nurul',
  'Rahmawati',
  'Rosmini',
  'Siti',
  'Sri',
] as const
const last = [
  'Abdullah',
  'Amir',
  'Basri',
  'Halim',
  'Hamzah',
  'Idris',
  'Jafar',
  'Latif',
  'Mansur',
  'Mappasanda',
  'Rauf',
  'Sadli',
  'Salim',
  'Tahir',
  'Usman',
  'Wahid',
] as const

export interface Named {
  readonly firstName: string
  readonly lastName: string
  readonly woman: boolean
}

export function inventName(chance: Chance): Named {
  const woman = chance.happens(0.55)
  return { firstName: chance.pick(woman ? women : men), lastName: chance.pick(last), woman }
}
