import { CANVAS_MARGIN, CANVAS_WIDTH, canvas } from './canvas.ts'
import { drawCards, type Card } from './cards.ts'
import { widthOf, wrapText } from './fit-text.ts'
import { drawHill } from './hill.ts'
import { element, type Markup } from './markup.ts'
import { palette } from './palette.ts'
import { drawParagraph } from './paragraph.ts'
import { drawScenery } from './scenery.ts'
import { textLine } from './text-line.ts'

export interface HillPicture {
  /** As short as a line; what is longer is made smaller, then shortened. */
  readonly title: string
  readonly subtitle: string
  /** Stones from the top row down: laid or still to come. */
  readonly stones: readonly (readonly boolean[])[]
  /** A flag stands on the top: nothing is left to lay. */
  readonly complete: boolean
  /** There is a next stone to lay, and it is marked. */
  readonly goesOn: boolean
  /** Two a row. */
  readonly cards: readonly Card[]
  /** Badges that were earned, by name; in one or two lines. */
  readonly badges: readonly string[]
  /** What comes next, as a sentence of up to three lines. */
  readonly next: string
}

const MARGIN = CANVAS_MARGIN
const INNER = CANVAS_WIDTH - 2 * MARGIN
/** Where the ground begins, on which the hill stands. */
const HORIZON = 790

/** Progress as a hill of stones, with the figures that belong to it. */
export function hillPicture(picture: HillPicture): Markup {
  const { title, subtitle, stones, complete, goesOn, cards, badges, next } = picture
  const body = drawCards(cards, { x: MARGIN, y: HORIZON + 84, width: INNER })
  const medals = drawBadges(badges, body.bottom + 64)
  const sentence = drawParagraph(next, {
    x: MARGIN,
    y: medals.bottom + 68,
    width: INNER,
    size: 36,
    weight: 'semibold',
    fill: palette.ink,
    most: 3,
  })
  const height = Math.round(sentence.bottom + 56)
  return canvas(
    height,
    drawScenery({ width: CANVAS_WIDTH, height, horizon: HORIZON }),
    textLine(title, {
      x: MARGIN,
      y: 124,
      size: 62,
      weight: 'extrabold',
      fill: palette.ink,
      width: INNER,
      smallest: 40,
    }),
    textLine(subtitle, {
      x: MARGIN,
      y: 184,
      size: 38,
      weight: 'regular',
      fill: palette.quiet,
      width: INNER,
      smallest: 34,
    }),
    drawHill(stones, {
      middle: CANVAS_WIDTH / 2,
      foot: HORIZON + 8,
      width: INNER,
      complete,
      goesOn,
    }),
    body.drawn,
    medals.drawn,
    sentence.drawn,
  )
}

const BADGE_FACE = { size: 32, weight: 'semibold' } as const
const BADGE_HEIGHT = 60
const BADGE_GAP = 16

/** Names in rounded frames, as many on a line as fit. */
function drawBadges(names: readonly string[], y: number): { drawn: Markup; bottom: number } {
  let [left, top] = [MARGIN, y - 28]
  const drawn = names.map((name) => {
    const [text = ''] = wrapText(name, BADGE_FACE, INNER - 96, 1)
    const width = widthOf(text, BADGE_FACE) + 92
    if (left + width > MARGIN + INNER) [left, top] = [MARGIN, top + BADGE_HEIGHT + BADGE_GAP]
    const badge = drawBadge(text, left, top, width)
    left += width + BADGE_GAP
    return badge
  })
  return {
    drawn: element('g', {}, ...drawn),
    bottom: names.length === 0 ? y - 64 : top + BADGE_HEIGHT,
  }
}

function drawBadge(text: string, x: number, y: number, width: number): Markup {
  const middle = y + BADGE_HEIGHT / 2
  return element(
    'g',
    {},
    element('rect', {
      x,
      y,
      width,
      height: BADGE_HEIGHT,
      rx: BADGE_HEIGHT / 2,
      fill: palette.amberPale,
      stroke: palette.amber,
      'stroke-width': 2,
    }),
    element('ellipse', { cx: x + 38, cy: middle, rx: 17, ry: 12, fill: palette.amber }),
    textLine(text, { x: x + 66, y: middle + 11, ...BADGE_FACE, fill: palette.ink, width }),
  )
}
