import { useSignal, type Signal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Panel, View } from '../../../contract.ts'
import { Bars } from '../charts/bars.tsx'
import { Heat } from '../charts/heat.tsx'
import { Line } from '../charts/line.tsx'
import { drawnValue } from '../charts/scale.ts'
import { askForFile } from '../state/ask.ts'
import { addressOf } from '../state/live.ts'
import { miniApp, texts } from '../state/settings.ts'
import { Icon } from './icons.tsx'
import { Pages } from './pages.tsx'
import { PanelTable } from './panel-table.tsx'

interface PanelProps {
  readonly panel: Panel
  readonly view: View
}

/** A chart with its table and its file; a table alone where there is nothing to draw. */
export function PanelOf({ panel, view }: PanelProps): JSX.Element {
  const words = texts.value
  const { id, title, rows } = panel
  const chart = canBeDrawn(panel) ? panel.chart : 'none'
  const wasOpened = useSignal(false)
  const isOpen = wasOpened.value || chart === 'none'
  const hasFailed = useSignal(false)
  const heading = `panel-${id}`
  if (rows.length === 0) {
    return (
      <section class="panel" aria-labelledby={heading}>
        <h2 id={heading}>{title}</h2>
        <p class="empty">{panel.empty}</p>
      </section>
    )
  }
  return (
    <section
      class={`panel with-${chart}`}
      data-wide={isOpen && panel.columns.length > 4}
      aria-labelledby={heading}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {chart !== 'none' && (
          <button
            type="button"
            class="tool"
            aria-expanded={isOpen}
            aria-controls={`table-${id}`}
            aria-label={isOpen ? words.hideTable(title) : words.showTable(title)}
            onClick={() => (wasOpened.value = !isOpen)}
          >
            <Icon name="table" size={16} />
            {words.table}
          </button>
        )}
        <CsvLink panel={panel} hasFailed={hasFailed} />
      </header>
      {hasFailed.value && (
        <p class="csv-failed" role="alert">
          {words.csvFailed}
        </p>
      )}
      <Chart panel={panel} chart={chart} />
      <div id={`table-${id}`} class="panel-table" data-open={isOpen}>
        <PanelTable panel={panel} scope={`${view.scope}, ${view.period.words}`} />
        {panel.pages !== null && <Pages pages={panel.pages} />}
      </div>
    </section>
  )
}

/** Where no row has a value yet, the table says so, and a picture would be empty. */
function canBeDrawn({ rows, drawn, chart }: Panel): boolean {
  return chart === 'heat' || rows.some(({ cells }) => drawnValue(cells[drawn]) !== undefined)
}

interface ChartProps {
  readonly panel: Panel
  readonly chart: Panel['chart']
}

function Chart({ panel, chart }: ChartProps): JSX.Element | null {
  switch (chart) {
    case 'bars':
      return <Bars panel={panel} />
    case 'line':
      return <Line panel={panel} />
    case 'heat':
      return <Heat panel={panel} />
    case 'none':
      return null
  }
}

/** In a browser a plain link. A Mini App has no cookie: it fetches the file and hands it on. */
function CsvLink({
  panel: { id, title },
  hasFailed,
}: {
  readonly panel: Panel
  readonly hasFailed: Signal<boolean>
}): JSX.Element {
  const words = texts.value
  const address = addressOf('csv', id)
  async function handOn(): Promise<void> {
    const file = await askForFile(address)
    hasFailed.value = file === undefined
    if (file === undefined) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = `${id}.csv`
    link.click()
    // The download holds what it needs once it has begun.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  return (
    <a
      class="tool"
      href={address}
      download
      aria-label={words.csvOf(title)}
      onClick={(event) => {
        if (miniApp === undefined) return
        event.preventDefault()
        handOn().catch(reportError)
      }}
    >
      <Icon name="down" size={16} />
      {words.csv}
    </a>
  )
}
