/** Civil days, both included; undefined: as the server takes it by itself, the last 28 days. */
export interface Period {
  readonly from: string
  readonly to: string
}

export const PRESETS = ['week', 'month', 'thisMonth', 'lastMonth', 'quarter', 'year'] as const

export type Preset = (typeof PRESETS)[number]

/** The days of a preset, seen from a civil day YYYY-MM-DD; the last 28 days are the default. */
export function periodOf(preset: Preset, today: string): Period | undefined {
  const month = `${today.slice(0, 7)}-01`
  switch (preset) {
    case 'week':
      return { from: plusDays(today, -6), to: today }
    case 'month':
      return undefined
    case 'thisMonth':
      return { from: month, to: today }
    case 'lastMonth': {
      const to = plusDays(month, -1)
      return { from: `${to.slice(0, 7)}-01`, to }
    }
    case 'quarter':
      return { from: plusDays(today, -90), to: today }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

/** The preset whose days these are. */
export function presetOf(period: Period | undefined, today: string): Preset | undefined {
  return PRESETS.find((preset) => {
    const days = periodOf(preset, today)
    return days?.from === period?.from && days?.to === period?.to
  })
}

function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
