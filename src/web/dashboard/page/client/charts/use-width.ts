import { useEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'

/** Pixels that a chart has, also after the phone is turned; undefined until it is laid out. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number | undefined] {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    const box = place.current
    if (box === null) return undefined
    const measure = (): void => {
      // Printed, it is as wide as the sheet: the picture is scaled, and not drawn anew.
      if (!matchMedia('print').matches && box.clientWidth > 0) setWidth(box.clientWidth)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    measure()
    return () => observer.disconnect()
  }, [])
  return [place, width]
}
