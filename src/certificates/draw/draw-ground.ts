import type { Doc } from './pen.ts'
import { COLOURS, FRAME, PAGE } from './sheet-style.ts'

/** Frame and rosette: said to be ornament, so that a screen reader passes over them. */
export function drawGround(doc: Doc): void {
  doc.markContent('Artifact', { type: 'Layout' })
  drawRosette(doc)
  drawFrame(doc)
  doc.endMarkedContent()
}

/**
 * Curves of fine lines as on securities: a plain copier loses them. Written as operators at once,
 * since they are thousands of points.
 */
function drawRosette(doc: Doc): void {
  doc.save().lineWidth(0.35).strokeColor(COLOURS.deep).strokeOpacity(0.1)
  const curves = ROSETTE.flatMap((ring) =>
    Array.from({ length: 5 }, (_, turn) => curve(ring, turn)),
  )
  doc.addContent(curves.join('\n')).restore()
}

interface Ring {
  readonly radius: number
  readonly petals: number
  readonly depth: number
}

const ROSETTE: readonly Ring[] = [
  { radius: 200, petals: 24, depth: 34 },
  { radius: 150, petals: 18, depth: 30 },
  { radius: 98, petals: 12, depth: 26 },
]

/** Points of a petal: enough to look round in print. */
const SMOOTH = 14

function curve({ radius, petals, depth }: Ring, turn: number): string {
  const steps = petals * SMOOTH
  const points = Array.from({ length: steps }, (_, i) => {
    const angle = (i / steps) * 2 * Math.PI
    const r = radius + depth * Math.sin(angle * petals + (turn * Math.PI) / 2.5)
    const x = PAGE.width / 2 + r * 1.45 * Math.cos(angle)
    const y = PAGE.height / 2 + r * Math.sin(angle)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `${points.join(' l\n').replace(' l', ' m')} l s`
}

function drawFrame(doc: Doc): void {
  const { outer, inner } = FRAME
  const box = (inset: number): Doc =>
    doc.rect(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset)
  doc.save()
  box(outer).lineWidth(2.2).stroke(COLOURS.deep)
  box(inner).lineWidth(0.6).stroke(COLOURS.gold)
  for (const x of [inner, PAGE.width - inner]) {
    for (const y of [inner, PAGE.height - inner]) drawCorner(doc, x, y)
  }
  doc.restore()
}

/** Three stones in each corner, the hill that this is about. */
function drawCorner(doc: Doc, x: number, y: number): void {
  const towards = (at: number, edge: number): number => (at < edge / 2 ? 1 : -1)
  const [dx, dy] = [towards(x, PAGE.width), towards(y, PAGE.height)]
  doc.lineWidth(0.6).strokeColor(COLOURS.gold)
  doc
    .moveTo(x + 30 * dx, y)
    .lineTo(x + 30 * dx, y + 8 * dy)
    .lineTo(x + 8 * dx, y + 8 * dy)
    .lineTo(x + 8 * dx, y + 30 * dy)
    .lineTo(x, y + 30 * dy)
    .stroke()
  for (const [right, down] of [
    [15, 15],
    [23, 15],
    [15, 23],
  ] as const) {
    doc.circle(x + right * dx, y + down * dy, 2.4).fill(COLOURS.gold)
  }
}
