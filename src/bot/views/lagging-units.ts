import type { PageOfUnits } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { shortId } from '../short-id.ts'
import { clip } from './clip.ts'
import { LAGGING_PAGE } from './lagging.ts'
import { textMessage, type Button, type View, type ViewBaseArgs } from './view.ts'

/** Characters that a button shows on a small phone. */
const BUTTON_LENGTH = 40

export interface LaggingUnitsArgs extends ViewBaseArgs, PageOfUnits {
  /** Null: the units of a name that was typed, which have no further page. */
  readonly offset: number | null
}

/** Of which unit? One at a time, with those below it. */
export const laggingUnits: View<LaggingUnitsArgs> = ({ t }, args) => {
  const { units, total, offset } = args
  const shown = units.length
  const turn = (key: string, to: number): Button => ({
    text: t(key),
    data: callbackData('laggingUnits', to),
  })
  const turns =
    offset === null
      ? []
      : [
          ...(offset === 0
            ? []
            : [turn('button-lagging-before', Math.max(0, offset - LAGGING_PAGE))]),
          ...(offset + shown >= total ? [] : [turn('button-lagging-after', offset + shown)]),
        ]
  const typed = total > shown ? 'lagging-many' : 'lagging-several'
  return textMessage(
    {
      html: t(offset === null ? typed : 'lagging-units', { total, shown }),
      buttons: [
        ...units.map(({ id, name }) => [
          { text: clip(name, BUTTON_LENGTH), data: callbackData('lagging', shortId(id)) },
        ]),
        ...(turns.length === 0 ? [] : [turns]),
        [{ text: t('button-lagging-everybody'), data: callbackData('lagging', 'all') }],
      ],
    },
    args,
  )
}
