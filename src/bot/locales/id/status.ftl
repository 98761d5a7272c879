# --- Keadaan sistem ---
status-head = <b>Keadaan sistem</b>
status-queues = Antrean di { $kind }
status-queues-away = tidak menjawab. Pesan tetap tersimpan, dan dikirim begitu antrean kembali.
status-queue = · { $queue }: { $waiting } menunggu, { $active } berjalan, { $delayed } dijadwalkan, { $failed } asing
status-inbox-empty = Masuk: tidak ada yang menunggu
status-inbox = Masuk: { $waiting } menunggu, yang terlama { $lag }
status-inbox-parked = Masuk, tidak dapat diolah: { $count } ({ $kind })
status-outbox-empty = Keluar: tidak ada yang menunggu
status-outbox = Keluar, { $lane }: { $due } menunggu, yang terlama { $lag }
status-lane-reply = balasan
status-lane-lesson = pelajaran
status-lane-review = pertanyaan ulang
status-lane-announcement = pengumuman
status-lane-nudge = pengingat
status-seconds = { $count } dtk
status-minutes = { $count } mnt
status-hours = { $count } jam
status-sends = Pengiriman: berjalan, paling banyak { $rate } pesan massal per detik
status-rests = Pengiriman: istirahat { $seconds } detik atas permintaan Telegram; setelah itu { $rate } per detik
status-halted = Pengiriman: <b>berhenti</b> ({ $why }). Jalankan dengan token yang berlaku; tidak ada yang hilang.
status-no-failures = Pesan terakhir: tidak ada yang gagal
status-failures = Pesan terakhir yang gagal:
status-failure = · { $count }×: { $why }
status-failed = gagal tanpa keterangan
status-uncertain = tidak pasti sampai
status-program = Program { $program } di Node { $node }
status-schema = Skema: { $applied } migrasi, lengkap
status-schema-differs = Skema: <b>{ $applied } migrasi, program mengenal { $known }</b>. Mulai ulang proses yang lama.
status-content = Materi { $mark }: { $tracks } jalur, { $lessons } pelajaran
status-postgres = Postgres { $postgres }
status-redis = Redis { $redis }
button-status-again = Lihat lagi
button-status-board = Papan antrean …
button-status-parked = Pekerjaan asing ({ $count })
button-status-back = Kembali
button-status-drop = Buang semuanya …
button-status-drop-yes = Ya, buang
status-none-parked = Tidak ada pekerjaan asing di antrean.
status-parked =
    { $count } pekerjaan di antrean bukan milik program ini. Mungkin program lain, atau versi lain, memakai antrean yang sama.
status-parked-job = · { $queue }: { $name }
status-parked-more = · dan { $count } lagi
status-drop = Buang semua pekerjaan asing dari antrean? Ini tidak dapat diurungkan. Pesan dan pelajaran tidak terpengaruh: semuanya tersimpan di Postgres.
status-dropped = Sudah: { $count } pekerjaan asing dibuang.
status-not-dropped = Antrean tidak menjawab; tidak ada yang dibuang. Coba lagi nanti.
page-link =
    Halaman untuk Anda:
    { $url }

    Tautan ini berlaku lima menit dan hanya sekali. Setelah dibuka, halaman dapat dilihat selama satu jam. Jangan teruskan kepada siapa pun.
menu-status = Keadaan sistem
button-help-status = Keadaan sistem
