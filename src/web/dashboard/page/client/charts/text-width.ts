const pen = document.createElement('canvas').getContext('2d')

/** Pixels that a text takes in the page's own letters. */
export function textWidth(text: string, size: number, weight = 400): number {
  // Without a canvas the usual width of a letter has to do.
  if (pen === null) return text.length * size * 0.56
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`
  return pen.measureText(text).width
}
