import { expect, it } from 'vitest'
import { parseZone } from './zone.ts'

it.each([
  ['WIB', 'Asia/Jakarta'],
  [' wita ', 'Asia/Makassar'],
  ['Wit', 'Asia/Jayapura'],
  ['asia/makassar', 'Asia/Makassar'],
  ['Australia/Lord_Howe', 'Australia/Lord_Howe'],
  ['America/Port-au-Prince', 'America/Port-au-Prince'],
  ['Asia/Atlantis', undefined],
  ['+08:00', undefined],
  ['-03:00', undefined],
  ['', undefined],
  // What every object knows is no zone.
  ['constructor', undefined],
  ['__proto__', undefined],
])('the zone %j is %s', (text, zone) => {
  expect(parseZone(text)).toBe(zone)
})
