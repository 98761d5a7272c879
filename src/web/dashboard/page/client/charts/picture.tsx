import type { ComponentChildren, JSX } from 'preact'

interface PictureProps {
  readonly width: number
  readonly height: number
  /** What it says, for those who do not see it. */
  readonly summary: string
  readonly onPointerMove?: (event: PointerEvent) => void
  readonly onPointerLeave?: () => void
  readonly children: ComponentChildren
}

/** The paper that charts are drawn on: one unit is one pixel, and printed it grows with the sheet. */
export function Picture({
  width,
  height,
  summary,
  children,
  ...pointer
}: PictureProps): JSX.Element {
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={summary}
      {...pointer}
    >
      {children}
    </svg>
  )
}
