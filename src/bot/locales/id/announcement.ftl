# --- Menulis pengumuman ---
ask-announcement =
    <b>Pengumuman baru</b>
    Kirim atau teruskan pesannya ke sini: teks, foto, album, dokumen, video, suara, atau polling. Sampainya nanti persis seperti yang Anda kirim.

    Penerima dipilih sesudah ini, dan tidak ada yang terkirim sebelum Anda menyetujui pratinjaunya. Kalau tidak jadi, tulis <b>batal</b>.
button-announce = Buat pengumuman
announcement-open = No. { $id }, { $when }: { $state }
button-announcement-drop = Batalkan
announcement-dropped = Pengumuman itu tidak jadi. Tidak ada yang terkirim.
announcement-draft-gone = Rancangan pengumuman itu sudah tidak berlaku: sudah dikirim, dibatalkan, atau lebih dari sehari tidak dilanjutkan. Tombol tadi tidak mengirim apa pun. Mulai lagi dengan /pengumuman.
announcement-nothing-to-cancel = Tidak ada yang bisa dibatalkan lagi: pengumuman itu sudah selesai atau sudah dihentikan.
announcement-fault-kind = Pesan seperti itu tidak bisa diumumkan. Yang bisa: teks, foto, album, dokumen, video, suara, atau polling.
announcement-fault-too-long = Pesan itu terlalu panjang untuk dikirim bot: teks paling banyak 4.096 huruf, tulisan di bawah foto atau dokumen paling banyak 1.024. Pendekkan dulu, lalu kirim lagi.
announcement-fault-quiz-unknown = Telegram tidak memberi tahu saya jawaban benar kuis itu. Buat kuisnya langsung di obrolan ini, jangan diteruskan.
announcement-fault-mixed-album = Isi album itu bercampur. Foto dan video boleh bersama; dokumen hanya dengan dokumen, audio hanya dengan audio. Kirim lagi sebagai album sejenis.
announcement-fault-album-too-long = Album paling banyak berisi 10. Kirim lagi dengan isi yang lebih sedikit.
announcement-fault-personal = Polling itu memuat data pribadi, misalnya NIK atau nomor telepon. Pertanyaan polling saya simpan, jadi data seperti itu tidak saya terima. Tulis ulang tanpa data pribadi.

# --- Penerima ---
announcement-audience =
    <b>Untuk siapa?</b>
    Unit: { $units }
    Peran: { $roles }
    Jalur: { $tracks }
    Status: { $state }

    Akan sampai ke <b>{ $reached } orang</b>.{ $rest }
announcement-all-units = semua unit Anda
announcement-all-roles = semua peran
announcement-all-tracks = semua jalur
announcement-of-all = semua
announcement-of-lagging = hanya yang tertinggal
announcement-unreachable = Tidak terjangkau (memblokir bot atau akunnya dihapus): { $count }.
announcement-joining = Belum selesai bergabung, jadi tidak termasuk: { $count }.
announcement-resting = Sedang cuti atau jeda, jadi datang tanpa suara: { $count }.
announcement-empty = ⚠️ Tidak ada seorang pun yang cocok dengan pilihan ini, jadi tidak ada yang bisa dikirim. Ubah dulu penerimanya.
announcement-changed = ⚠️ Daftar penerima berubah sejak pratinjau terakhir, jadi belum ada yang terkirim. Periksa lagi, lalu buka pratinjaunya sekali lagi.
announcement-choose-u = <b>Unit mana?</b> Unit di bawahnya ikut. Tanpa pilihan: semua unit Anda.
announcement-choose-r = <b>Peran mana?</b> Tanpa pilihan: semua peran.
announcement-choose-t = <b>Jalur mana?</b> Yang sedang atau sudah menempuhnya. Tanpa pilihan: semua jalur.
button-announcement-units = Pilih unit
button-announcement-roles = Pilih peran
button-announcement-tracks = Pilih jalur
button-announcement-lagging = Hanya yang tertinggal
button-announcement-all = Semua status
button-announcement-preview = Lihat pratinjau
button-announcement-chosen = Selesai memilih
button-announcement-previous = ‹ Sebelumnya
button-announcement-next = Berikutnya ›

# --- Pratinjau ---
announcement-confirm =
    ⬆️ Persis seperti itulah yang akan diterima.

    Unit: { $units }
    Peran: { $roles }
    Jalur: { $tracks }
    Status: { $state }

    Akan sampai ke <b>{ $reached } orang</b>; dengan kecepatan sekarang selesai dalam { $duration }.{ $rest }{ $lines }
announcement-found = ⚠️ Sepertinya ada data pribadi di dalamnya (misalnya NIK atau nomor telepon). Pastikan memang boleh dibaca semua penerima.
announcement-full = ⚠️ { $count } orang sudah menerima { $most } pengumuman hari ini; yang ini akan menambahnya.
announcement-needs-admin = Karena itu perlu persetujuan seorang admin dulu.
announcement-needs-second = Untuk lebih dari { $second } orang perlu persetujuan koordinator kedua atau admin dulu.
announcement-nobody-admin = Perlu persetujuan admin, tetapi saat ini tidak ada admin yang bisa dimintai. Kurangi penerimanya, atau kirim besok.
announcement-nobody-second = Untuk lebih dari { $second } orang perlu persetujuan orang kedua, tetapi belum ada koordinator atau admin lain yang menjangkau semua penerima. Kurangi penerimanya, atau minta pengelola server mengubah batasnya (<code>announcement.second</code>).
announcement-closed = Sekarang di luar jam kerja. Kecuali Anda memilih lain, pengumuman menunggu sampai { $when }.
announcement-outside = Waktu itu di luar jam kerja: { $when }. Digeser, atau tetap?
button-announcement-now = Kirim sekarang
button-announcement-now-anyway = Kirim sekarang juga
announcement-send-at = Kirim { $when }
announcement-send-at-anyway = Tetap { $when }
button-announcement-when = Pilih waktu
button-announcement-change = Ubah penerima
announcement-copy-failed = Pesan itu tidak bisa saya salin lagi, mungkin sudah dihapus dari obrolan ini. Kirim lagi lewat /pengumuman. Tidak ada yang terkirim.
announcement-preview-old = Pratinjau itu sudah tidak berlaku, karena ada yang berubah sesudahnya. Buka pratinjau yang terbaru; tidak ada yang terkirim.
announcement-ask-when = Kapan dikirim? Misalnya <b>13.30</b>, <b>besok 09.00</b>, <b>Senin 08.30</b>, atau <b>2 Desember 09.00</b>. Kalau pengumumannya tidak jadi, tulis <b>batal</b>.
announcement-when-unclear = Waktu itu belum saya pahami, atau sudah lewat. Tulis misalnya <b>besok 09.00</b>, paling lama 90 hari ke depan.
announcement-at-once = sekarang

# --- Keputusan ---
announcement-stands-draft = Pengumuman no. { $id } masih rancangan.
announcement-stands-awaiting-approval = Pengumuman no. { $id } menunggu persetujuan. Saya kabari begitu ada jawaban; belum ada yang terkirim.
announcement-stands-scheduled = Pengumuman no. { $id } akan dikirim { $when }.
announcement-stands-undoable = Baik. Pengumuman no. { $id } mulai dikirim sepuluh detik lagi.
announcement-stands-sending = Pengumuman no. { $id } sedang dikirim.
announcement-stands-paused = Pengumuman no. { $id } sedang dijeda.
announcement-stands-cancelled = Pengumuman no. { $id } dibatalkan.
announcement-stands-done = Pengumuman no. { $id } selesai dikirim.
announcement-stands-recalled = Pengumuman no. { $id } ditarik kembali.
announcement-approval-second =
    ⬆️ <b>{ $author }</b> ingin mengumumkan itu kepada <b>{ $reached } orang</b>, { $when }. Untuk sebanyak itu perlu persetujuan orang kedua.
announcement-approval-admin =
    ⬆️ <b>{ $author }</b> ingin mengumumkan itu kepada <b>{ $reached } orang</b>, { $when }. { $full } di antaranya sudah menerima { $most } pengumuman hari ini, jadi perlu persetujuan admin.
button-announcement-approve = Setujui
button-announcement-refuse = Tolak
announcement-approved = Terima kasih. Pengumuman itu Anda setujui.
announcement-refused = Pengumuman itu Anda tolak. Tidak ada yang terkirim.
announcement-decided = Pengumuman itu sudah diputuskan, atau sudah dibatalkan.
announcement-may-not = Anda tidak bisa memutuskan yang ini: perlu admin, atau koordinator lain yang menjangkau semua penerimanya.
announcement-was-approved = Pengumuman no. { $id } disetujui oleh { $name }.
announcement-was-refused = Pengumuman no. { $id } ditolak oleh { $name }. Tidak ada yang terkirim.
announcement-was-undone = Pengumuman no. { $id } diurungkan. Tidak ada yang terkirim.
announcement-was-stopped = Pengumuman no. { $id } dihentikan. Yang sudah di jalan tetap sampai; selebihnya tidak dikirim.

# --- Jalannya ---
announcement-draft = rancangan
announcement-awaiting-approval = menunggu persetujuan
announcement-scheduled = terjadwal
announcement-undoable = segera dikirim
announcement-sending = sedang dikirim
announcement-paused = dijeda
announcement-cancelled = dibatalkan
announcement-done = selesai
announcement-recalled = ditarik kembali
announcement-progress =
    📢 <b>Pengumuman no. { $id }</b>: { $state }{ $reason }
    { $lines }
announcement-none-sent = Tidak ada yang terkirim.
announcement-queueing = Daftar penerimanya sedang disiapkan.
announcement-count-sent = Diterima Telegram: { $sent } dari { $total }
announcement-count-open = Belum dikirim: { $count }, { $duration } lagi
announcement-count-unreachable = Tidak terjangkau: { $count }
announcement-count-failed = Gagal: { $count }
announcement-count-uncertain = Tidak pasti sampai: { $count }
announcement-count-cancelled = Dibatalkan: { $count }
announcement-count-voted = Sudah memilih: { $count }
announcement-count-corrected = Sudah dikoreksi: { $count }
announcement-count-notcorrected = Tidak bisa dikoreksi: { $count }
announcement-count-recalled = Sudah ditarik: { $count }
announcement-count-notrecalled = Tidak bisa ditarik lagi (lebih dari 48 jam, atau ditolak Telegram): { $count }
announcement-count-read = Menekan “Sudah saya baca”: { $count } dari { $sent }
announcement-duration-short = kurang dari semenit
announcement-duration-minutes = sekitar { $minutes } menit
announcement-duration-hours = sekitar { $hours } jam { $minutes } menit
announcement-source-gone = Pesan aslinya sudah tidak ada di obrolan ini, jadi pengiriman dihentikan. Yang sudah sampai tetap ada; selebihnya tidak dikirim.
button-announcement-undo = Urungkan
button-announcement-pause = Jeda
button-announcement-resume = Lanjutkan
button-announcement-stop = Hentikan
button-announcement-correct = Koreksi
button-announcement-recall = Tarik kembali
button-announcement-remind = Ingatkan yang belum membaca
button-announcement-resend = Kirim lagi ke yang tidak pasti
button-announcement-report = Laporan

# --- Sesudahnya ---
button-announcement-read = Sudah saya baca
button-announcement-was-read = ✓ Sudah dibaca
announcement-line = Pengumuman dari koordinator Anda. Kalau sudah dibaca, tekan tombol ini.
announcement-only-preview = Tombol itu untuk para penerima; yang di sini hanya pratinjau.
announcement-poll-fixed = Telegram tidak mengizinkan polling diubah sesudah terkirim. Kalau keliru, tarik kembali lalu kirim yang baru.
announcement-ask-text = Kirim teks yang benar. Isinya menggantikan teks lama di semua penerima, juga bagi yang belum kebagian. Kalau tidak jadi, tulis <b>batal</b>.
announcement-ask-caption = Kirim keterangan yang benar; berkas di atasnya tetap. Kalau tidak jadi, tulis <b>batal</b>.
announcement-correction-text = Koreksi hanya bisa berupa teks. Ketikkan isinya, atau tulis <b>batal</b>.
announcement-correction-personal = Koreksi itu memuat data pribadi, dan itu tidak saya simpan, jadi tidak bisa saya pasang. Tulis tanpa data pribadi, atau tarik kembali dan kirim yang baru.
announcement-correction-long = Koreksi itu terlalu panjang: paling banyak { $most } huruf. Pendekkan dulu, lalu kirim lagi.
announcement-corrected = Koreksinya sedang dipasang di semua yang sudah sampai; yang belum dikirim langsung memakai yang baru.
announcement-recall = Tarik kembali { $sent } pesan yang sudah sampai? Pesannya hilang dari obrolan penerima. Telegram hanya mengizinkan ini selama 48 jam; yang lebih lama akan saya laporkan. Kalau tidak jadi, biarkan saja pesan ini.
button-announcement-recall-yes = Ya, tarik semuanya
announcement-recalling = Sedang ditarik kembali. Hasilnya muncul di pesan pengumuman itu.
announcement-reminder = Pengumuman di atas belum Anda tandai. Kalau sudah dibaca, tekan tombol ini, ya.
announcement-reminding = { $count } orang yang belum menekan “Sudah saya baca” sedang diingatkan.
announcement-all-read = Semua yang menerimanya sudah membaca. Tidak ada yang perlu diingatkan.
announcement-reminded-today = Hari ini mereka sudah diingatkan sekali. Besok boleh lagi.
announcement-remind-closed = Sekarang di luar jam kerja, dan pengingat hanya dikirim pada jam kerja. Tekan lagi nanti, ya.
announcement-resending = Sedang dikirim lagi, hanya ke { $count } orang yang belum pasti menerimanya. Mungkin ada yang menerimanya dua kali.
announcement-none-uncertain = Tidak ada yang perlu dikirim lagi.

# --- Laporan ---
announcement-report-title = Pengumuman no. { $id }
announcement-report-note = “Sampai” berarti diterima Telegram. “Dibaca” berarti tombolnya ditekan: Telegram tidak memberi tahu bot apakah pesan dibaca.
announcement-report-file = pengumuman.png
announcement-report =
    <b>Pengumuman no. { $id }</b>, { $when }
    { $lines }

    “Sampai” berarti diterima Telegram; “dibaca” berarti tombolnya ditekan.
announcement-report-line = { $name }: { $value }
announcement-report-heading = <b>{ $heading }</b>
announcement-bars-units = Dibaca, menurut unit
announcement-bars-votes = Yang dipilih
announcement-bar-sent = Sampai
announcement-bar-read = Dibaca
announcement-share = { $part } dari { $whole } ({ $share })
announcement-sheet-name = Penerima
announcement-sheet-file = pengumuman-{ $id }.xlsx
announcement-sheet = Setiap penerima dengan hasilnya: { $count } baris.
announcement-sheet-leaders = Pimpinan, yang tidak dicantumkan dalam daftar: { $count }
announcement-sheet-empty = Belum ada penerima, jadi belum ada daftarnya.
announcement-column-name = Nama
announcement-column-unit = Unit
announcement-column-outcome = Hasil
announcement-column-sent = Diterima Telegram
announcement-column-read = Dibaca
announcement-column-reason = Keterangan
announcement-outcome-open = belum dikirim
announcement-outcome-sent = sampai
announcement-outcome-unreachable = tidak terjangkau
announcement-outcome-failed = gagal
announcement-outcome-uncertain = tidak pasti
announcement-outcome-cancelled = dibatalkan
