import type { Cell, Panel, Row, Start, View, ViewName } from '../../src/web/dashboard/contract.ts'

/** What the page is shown where a test is about the page alone: of every kind of panel and cell one. */
export type SampleLocale = 'id' | 'en'

const titles = {
  id: {
    overview: 'Ringkasan',
    units: 'Unit',
    lessons: 'Pelajaran',
    questions: 'Soal',
    announcements: 'Pengumuman',
    people: 'Peserta',
  },
  en: {
    overview: 'Overview',
    units: 'Units',
    lessons: 'Lessons',
    questions: 'Questions',
    announcements: 'Announcements',
    people: 'People',
  },
} as const satisfies Record<SampleLocale, Record<ViewName, string>>

const units = [
  ['k', 'Kabupaten Contoh', null],
  ['d', 'Dinas Pendidikan dan Kebudayaan', 'k'],
  ['s', 'SD Negeri 1 Mattiro Deceng', 'd'],
  ['h', 'Dinas Kesehatan', 'k'],
  ['c', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'k'],
] as const

export function sampleStart(locale: SampleLocale = 'id'): Start {
  const names: readonly ViewName[] = [
    'overview',
    'units',
    'lessons',
    'questions',
    'announcements',
    'people',
  ]
  return {
    name: 'Hj. Nurhayati',
    locale,
    organisation: 'Pemerintah Kabupaten Contoh',
    views: names.map((name) => ({ name, title: titles[locale][name] })),
    units: units.map(([id, name, parentId]) => ({ id, name, parentId })),
    today: '2026-11-23',
  }
}

export const rate = (n: number, of: number, spread?: number): Cell => ({
  n,
  of,
  interval:
    spread === undefined
      ? null
      : { from: Math.max(0, n / of - spread), to: Math.min(1, n / of + spread) },
})

const row = (cells: readonly Cell[], more: Partial<Row> = {}): Row => ({
  cells,
  to: null,
  mark: null,
  ...more,
})

export function sampleView(name: ViewName, locale: SampleLocale = 'id'): View {
  const said = (id: string, en: string): string => (locale === 'id' ? id : en)
  const view: View = {
    name,
    title: titles[locale][name],
    scope: said('Seluruh organisasi', 'The whole organisation'),
    period: {
      from: '2026-10-27',
      to: '2026-11-23',
      words: said('27 Oktober – 23 November 2026', '27 October – 23 November 2026'),
    },
    facts: [],
    panels: [],
    filters: [],
    notes: [],
  }
  if (name === 'overview') return { ...view, ...overview(said) }
  if (name === 'people') return { ...view, ...people(said) }
  if (name === 'questions') return { ...view, panels: [questionsPanel(said)] }
  return { ...view, panels: [unitsPanel(said)] }
}

type Said = (id: string, en: string) => string

function overview(said: Said): Pick<View, 'facts' | 'panels' | 'notes'> {
  return {
    facts: [
      {
        id: 'joined',
        label: said('Bergabung', 'Joined'),
        value: 1234,
        unit: 'count',
        detail: said('58 baru', '58 new'),
        change: 58,
      },
      {
        id: 'active',
        label: said('Aktif belajar', 'Active'),
        value: rate(959, 1234),
        unit: 'rate',
        detail: said('959 dari 1.234 orang', '959 of 1,234 people'),
        change: 3.2,
      },
      {
        id: 'right',
        label: said('Jawaban benar', 'Right answers'),
        value: rate(31, 42, 0.13),
        unit: 'rate',
        detail: null,
        change: -1.5,
      },
      {
        id: 'wait',
        label: said('Waktu sampai menjawab', 'Time to answer'),
        value: 95,
        unit: 'minutes',
        detail: said('median', 'median'),
        change: 0,
      },
    ],
    panels: [seriesPanel(said), unitsPanel(said), heatPanel(said), emptyPanel(said)],
    notes: [
      said(
        'Kelompok di bawah lima orang tidak dirinci.',
        'Groups of fewer than five are not broken down.',
      ),
    ],
  }
}

const panel = (more: Pick<Panel, 'id' | 'title' | 'columns' | 'rows'> & Partial<Panel>): Panel => ({
  summary: more.title,
  chart: 'none',
  drawn: 1,
  pages: null,
  empty: '',
  ...more,
})

const DAYS = 28

function seriesPanel(said: Said): Panel {
  const rows = Array.from({ length: DAYS }, (_, i) => {
    const day = new Date(Date.UTC(2026, 9, 27 + i))
    const rests = [0, 6].includes(day.getUTCDay())
    const count = rests ? null : 380 + Math.round(140 * Math.sin(i / 4)) + (i % 3) * 25
    return row([day.toISOString().slice(0, 10), count])
  })
  return panel({
    id: 'days',
    title: said('Orang yang menjawab per hari kerja', 'People who answered, by working day'),
    summary: said('Naik dari 380 ke 520 orang.', 'Up from 380 to 520 people.'),
    chart: 'line',
    columns: [
      { id: 'day', label: said('Hari', 'Day'), unit: 'day' },
      { id: 'people', label: said('Orang', 'People'), unit: 'count' },
    ],
    rows,
  })
}

function unitsPanel(said: Said): Panel {
  const to = (unit: string): Row['to'] => ({ view: 'units', asked: { unit } })
  return panel({
    id: 'units',
    title: said('Sesuai jadwal menurut unit', 'On schedule, by unit'),
    summary: said('BKPSDM tertinggi, 92%.', 'BKPSDM highest, 92%.'),
    chart: 'bars',
    drawn: 2,
    columns: [
      { id: 'unit', label: said('Unit', 'Unit'), unit: 'text' },
      { id: 'joined', label: said('Bergabung', 'Joined'), unit: 'count' },
      { id: 'schedule', label: said('Sesuai jadwal', 'On schedule'), unit: 'rate' },
      { id: 'wait', label: said('Waktu jawab', 'Time to answer'), unit: 'minutes' },
    ],
    rows: [
      row([units[4][1], 48, rate(44, 48), 35], { to: to('c') }),
      row([units[1][1], 812, rate(631, 812), 95], { to: to('d') }),
      row([units[3][1], 360, rate(209, 360), 1440], {
        to: to('h'),
        mark: said('tertinggal', 'behind'),
      }),
      row(['Kelurahan Bukit', 14, rate(9, 14, 0.24), null]),
      row(['Kecamatan Lembah', 3, null, null]),
    ],
  })
}

function heatPanel(said: Said): Panel {
  const days = said('Sen,Sel,Rab,Kam,Jum,Sab,Min', 'Mon,Tue,Wed,Thu,Fri,Sat,Sun').split(',')
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  return panel({
    id: 'hours',
    title: said('Kapan orang menjawab', 'When people answer'),
    summary: said('Paling ramai Senin pukul 9.', 'Busiest on Mondays at 9.'),
    chart: 'heat',
    columns: [
      { id: 'weekday', label: said('Hari', 'Day'), unit: 'text' },
      ...hours.map((hour) => ({
        id: `h${hour}`,
        label: String(hour).padStart(2, '0'),
        unit: 'count' as const,
      })),
    ],
    rows: days.map((day, i) =>
      row([
        day,
        ...hours.map((hour) =>
          Math.round(Math.exp(-(((hour - 9) / 3) ** 2)) * 200 * (i < 5 ? 1 - i / 10 : 0.1)),
        ),
      ]),
    ),
  })
}

/** Many rows, and nothing yet to draw of them. */
const questionsPanel = (said: Said): Panel =>
  panel({
    id: 'questions',
    title: said('Analisis soal', 'Analysis of questions'),
    chart: 'bars',
    columns: [
      { id: 'question', label: said('Soal', 'Question'), unit: 'text' },
      { id: 'right', label: said('Benar', 'Right'), unit: 'rate' },
    ],
    rows: Array.from({ length: 120 }, (_, i) =>
      row([said(`Soal ${i + 1}`, `Question ${i + 1}`), null]),
    ),
  })

const emptyPanel = (said: Said): Panel =>
  panel({
    id: 'reminders',
    title: said('Pengingat', 'Reminders'),
    columns: [],
    rows: [],
    empty: said('Belum ada pengingat di masa ini.', 'No reminders in this period yet.'),
  })

function people(said: Said): Pick<View, 'panels' | 'filters'> {
  const states = { active: said('Aktif', 'Active'), lagging: said('Tertinggal', 'Behind') }
  return {
    filters: [
      {
        id: 'state',
        label: said('Keadaan', 'State'),
        options: Object.entries(states).map(([value, label]) => ({ value, label })),
      },
      { id: 'search', label: said('Cari nama', 'Search by name'), options: [] },
    ],
    panels: [
      panel({
        id: 'people',
        title: said('Peserta', 'People'),
        columns: [
          { id: 'name', label: said('Nama', 'Name'), unit: 'text' },
          { id: 'unit', label: 'Unit', unit: 'text' },
          { id: 'state', label: said('Keadaan', 'State'), unit: 'text' },
          { id: 'last', label: said('Terakhir menjawab', 'Last answer'), unit: 'moment' },
        ],
        rows: [
          row(['Andi Baso', units[1][1], states.active, '2026-11-23T01:15:00Z']),
          row(['Siti Aminah', units[3][1], states.lagging, null], { mark: states.lagging }),
        ],
        pages: { page: 1, of: 3, rows: 52 },
      }),
    ],
  }
}
