import { Component } from 'preact'
import type { JSX } from 'preact'

import { texts } from '../store/settings.ts'
import { dateLine } from '../ui/format.ts'
import { Bubble } from './bubble.tsx'
import { sameRows } from './rows.ts'
import type { Row } from './rows.ts'

interface ChunkProps {
  at: number
  rows: readonly Row[]
}

/** A piece of a chat; drawn anew only when one of its rows changed. */
export class Chunk extends Component<ChunkProps> {
  override shouldComponentUpdate(next: ChunkProps): boolean {
    return !sameRows(this.props.rows, next.rows)
  }

  override render(): JSX.Element {
    return (
      <div class="chunk" data-chunk={this.props.at}>
        {this.props.rows.map((row) => (
          <RowView key={row.key} row={row} />
        ))}
      </div>
    )
  }
}

function RowView({ row }: { row: Row }): JSX.Element {
  const { chat: words } = texts.value
  switch (row.kind) {
    case 'date':
      return (
        <p class="date-line">
          <span>{dateLine(row.at)}</span>
        </p>
      )
    case 'unread':
      return <p class="unread-line">{words.unread}</p>
    case 'service':
      return (
        <p class="date-line">
          <span>
            {row.message.service === 'pinned'
              ? words.pinnedService
              : row.message.service === 'joined'
                ? words.joined
                : words.left}
          </span>
        </p>
      )
    case 'message':
      return <Bubble message={row.message} album={row.album} first={row.first} last={row.last} />
  }
}
