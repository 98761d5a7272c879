# --- Cadangan data ---
backup-missed =
    <b>Sudah { $nights } malam data tidak tercadangkan.</b> Bot tetap berjalan, tetapi kalau server rusak sekarang, yang dipelajari sejak cadangan terakhir akan hilang.

    Sebabnya: { $why }

    Tolong teruskan ke pengelola server. Saya mencoba lagi setiap jam dan memberi kabar kalau sudah berhasil.
backup-works = Cadangan data sudah berjalan lagi. Tidak ada yang perlu dilakukan.
status-backup-off = Cadangan otomatis: tidak dinyalakan (BACKUP_FOLDER)
status-backup-none = Cadangan otomatis: menyala, belum ada yang dibuat
status-backup-failed = Cadangan otomatis: <b>belum pernah berhasil, { $missed } malam</b>
status-backup = Cadangan terakhir: { $age } yang lalu, { $megabytes } MB
status-backup-missed = Cadangan terakhir: { $age } yang lalu, { $megabytes } MB. <b>Setelah itu gagal { $missed } malam</b>
