# --- Backups ---
backup-missed =
    <b>For { $nights } nights no backup was made.</b> The bot goes on, but if the server broke now, what was learned since the last backup would be lost.

    Why: { $why }

    Please pass this on to whoever runs the server. I try again every hour, and tell you when it works.
backup-works = Backups are made again. There is nothing to do.
status-backup-off = Nightly backup: off (BACKUP_FOLDER)
status-backup-none = Nightly backup: on, none made yet
status-backup-failed = Nightly backup: <b>never worked, { $missed } nights</b>
status-backup = Last backup: { $age } ago, { $megabytes } MB
status-backup-missed = Last backup: { $age } ago, { $megabytes } MB. <b>Failed for { $missed } nights since</b>
