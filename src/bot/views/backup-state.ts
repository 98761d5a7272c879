import { clip } from './clip.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface BackupStateArgs extends ViewBaseArgs {
  readonly outcome: 'missed' | 'works'
  /** Nights without one. */
  readonly nights: number
  /** Why the last try failed; empty where it works again. */
  readonly why: string
}

/** Characters of what went wrong; a path is in it. */
const WHY_LENGTH = 200

/** Tells an admin that the nights' backups have failed, or that they work again. */
export const backupState: View<BackupStateArgs> = ({ t }, { outcome, nights, why }) =>
  textMessage({
    html:
      outcome === 'missed'
        ? t('backup-missed', { nights, why: clip(why, WHY_LENGTH) })
        : t('backup-works'),
  })
