import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Cell, CellUnit, Panel, Row } from '../../../contract.ts'
import { drawnValue } from '../charts/scale.ts'
import { NOTHING } from '../forms/forms.ts'
import { hrefOf, onLink } from '../state/navigate.ts'
import { forms, texts } from '../state/settings.ts'

interface PanelTableProps {
  readonly panel: Panel
  /** What the rows are of, for whoever hears the table without its surroundings. */
  readonly scope: string
}

/** Rows that are drawn at once: more would keep a weak phone busy for seconds. */
const AT_ONCE = 50
/** Tables with so many columns are printed smaller, so that they end before the sheet does. */
const DENSE = 9
/** With so many, the heads of the columns stand upright on paper. */
const CROWDED = 17

export function PanelTable({ panel, scope }: PanelTableProps): JSX.Element {
  const { columns, title } = panel
  const all = useSignal(false)
  const rows = all.value ? panel.rows : panel.rows.slice(0, AT_ONCE)
  return (
    <>
      <Rows {...{ columns, title, scope, rows }} />
      {rows.length < panel.rows.length && (
        <button type="button" class="show-all" onClick={() => (all.value = true)}>
          {texts.value.showAll(panel.rows.length)}
        </button>
      )}
    </>
  )
}

type RowsProps = Pick<Panel, 'columns' | 'title' | 'rows'> & Pick<PanelTableProps, 'scope'>

function Rows({ columns, title, scope, rows }: RowsProps): JSX.Element {
  return (
    // Wider than a phone: it scrolls by itself, also by the keyboard.
    <div class="table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table class={densityOf(columns.length)}>
        <caption class="visually-hidden">
          {title}. {scope}
        </caption>
        <thead>
          <tr>
            {columns.map(({ id, label, unit }) => (
              <th key={id} scope="col" class={classOf(unit)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i} data-marked={row.mark !== null}>
              {columns.map(({ id, unit }, at) =>
                at === 0 ? (
                  <th key={id} scope="row" class={classOf(unit)}>
                    <First row={row} unit={unit} />
                  </th>
                ) : (
                  <td key={id} class={classOf(unit)}>
                    <CellOf cell={row.cells[at] ?? null} unit={unit} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function densityOf(columns: number): string {
  if (columns >= CROWDED) return 'is-dense is-crowded'
  return columns >= DENSE ? 'is-dense' : ''
}

const classOf = (unit: CellUnit): string => (unit === 'text' ? 'is-text' : 'is-number')

/** Names the row, and leads on where it leads somewhere. */
function First({ row, unit }: { row: Row; unit: CellUnit }): JSX.Element {
  const name = forms.value.cell(row.cells[0] ?? null, unit)
  return (
    <>
      {row.to === null ? (
        name
      ) : (
        <a href={hrefOf(row.to)} onClick={onLink(row.to)}>
          {name}
        </a>
      )}
      {row.mark !== null && <span class="row-mark">{row.mark}</span>}
    </>
  )
}

/** A rate in three: the share, what it is a share of, and how far it may be off. */
function CellOf({ cell, unit }: { cell: Cell; unit: CellUnit }): JSX.Element {
  const { cell: text, share, counted } = forms.value
  if (cell === null) return <span class="quiet">{NOTHING}</span>
  const drawn = typeof cell === 'object' ? drawnValue(cell) : undefined
  if (typeof cell !== 'object' || drawn === undefined) return <>{text(cell, unit)}</>
  const { interval } = cell
  const between = interval === null ? undefined : [share(interval.from), share(interval.to)]
  return (
    <>
      <b>{share(drawn)}</b>{' '}
      <small>
        {counted(cell)}
        {between !== undefined && (
          <span title={texts.value.interval(between[0] ?? '', between[1] ?? '')}>
            {' '}
            ({between.join('–')})
          </span>
        )}
      </small>
    </>
  )
}
