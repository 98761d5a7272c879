/**
 * Colours of all pictures. What must be told apart differs in lightness, and in shape or words as
 * well, so that no picture is read by hue: blue and amber are the pair that the three common kinds
 * of colour blindness keep apart (Okabe and Ito, "Color Universal Design", 2008).
 */
export const palette = {
  /** Text; 13:1 on `paper`. */
  ink: '#1f2d3d',
  /** Text of less weight; 5.9:1 on `paper`. */
  quiet: '#52647a',
  paper: '#ffffff',
  /** The ground of a picture, from top to foot. */
  skyAbove: '#e8f1f9',
  skyBelow: '#fbf6ea',
  far: '#d5e2ec',
  near: '#c3d5df',
  ground: '#b4c8b8',
  sun: '#f7dfa8',
  line: '#d8e1e9',
  /** What is there, done, one's own. */
  blue: '#1f6396',
  blueLight: '#3f83b5',
  bluePale: '#a9c9e0',
  /** What is marked. */
  amber: '#d98a00',
  amberPale: '#fdf0d5',
  /** What is still to come: an outline. */
  coming: '#8aa0b3',
} as const

/** Nothing, and all of it: one hue from pale to dark, so that only lightness is read. */
const PALEST = [237, 243, 248] as const
const DARKEST = [17, 58, 92] as const

/** @param share 0 to 1 @returns the shade, and whether what is written on it must be light */
export function shade(share: number): { readonly fill: string; readonly dark: boolean } {
  const part = Math.min(1, Math.max(0, share))
  const channels = PALEST.map((pale, i) => Math.round(pale + ((DARKEST[i] ?? 0) - pale) * part))
  return { fill: `rgb(${channels.join(',')})`, dark: part > 0.55 }
}
