import type { AddressForm, JobRole } from '../../people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../simulator/index.ts'

/** What stands on the buttons that the script looks for, Indonesian and English. */
export const buttons = {
  english: ['English'],
  agree: ['Setuju, mulai', "I agree, let's start"],
  sendAgain: ['Kirim pelajarannya', 'Send me the lesson'],
  skip: ['Lewati pelajaran ini', 'Skip this lesson'],
  next: ['Ambil pelajaran berikutnya', 'Take the next lesson'],
  decline: ['Tidak kali ini', 'Not this time'],
  pause1: ['Hari ini saja', 'Just today'],
  pause3: ['3 hari', '3 days'],
  pause7: ['1 minggu', '1 week'],
  preview: ['Lihat pratinjau', 'Show the preview'],
  sendNow: ['Kirim sekarang', 'Kirim sekarang juga', 'Send now', 'Send now all the same'],
  read: ['Sudah saya baca', 'I have read it'],
} as const

export const addressButtons: Readonly<Record<AddressForm, readonly string[]>> = {
  bapak: ['Bapak'],
  ibu: ['Ibu'],
  none: ['Nama saja', 'Just my name'],
}

export const roleButtons: Readonly<Record<JobRole, readonly string[]>> = {
  pimpinan: ['Pimpinan', 'Leadership'],
  perencanaan: ['Perencanaan & program', 'Planning & programmes'],
  pelayanan: ['Pelayanan & administrasi', 'Services & administration'],
  guru: ['Guru & pendidikan', 'Teaching'],
  kesehatan: ['Kesehatan', 'Health'],
  desa: ['Desa & kelurahan', 'Village administration'],
}

/** Whether one of the wanted buttons stands below the message. */
export function hasButton({ buttons: rows }: PhoneMessage, wanted: readonly string[]): boolean {
  return rows?.flat().some(({ text }) => wanted.includes(text)) === true
}

/** Presses the first of the wanted buttons that the message has. @returns whether it had one */
export function tap(
  person: SimulatedPerson,
  message: PhoneMessage,
  wanted: readonly string[],
): boolean {
  const button = message.buttons?.flat().find(({ text }) => wanted.includes(text))
  if (button === undefined) return false
  person.press(message.id, button.text)
  return true
}

/** The same on the newest message that has one of the buttons. */
export function tapNewest(person: SimulatedPerson, wanted: readonly string[]): boolean {
  const message = person.messages().findLast((one) => hasButton(one, wanted))
  return message !== undefined && tap(person, message, wanted)
}
