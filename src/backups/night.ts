import type { BackupNights } from './backups-store.ts'

/** Milliseconds of civil time after which one that failed is tried again in the same night. */
export const AGAIN_MS = 3600_000

/** Nights without a backup after which the admins are told. */
export const TOLD_AFTER = 2

/** Whether the backup that was due last has still to be made. */
export function isBackupDue(
  { last, failed }: Pick<BackupNights, 'last' | 'failed'>,
  dueAt: Date,
  now: Date,
): boolean {
  if (last !== undefined && last.dueAt >= dueAt) return false
  if (failed === undefined || failed.dueAt < dueAt) return true
  return now.getTime() - failed.endedAt.getTime() >= AGAIN_MS
}
