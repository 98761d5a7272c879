# --- Kalender kerja ---
calendar-head = <b>{ $month }</b> · { $calendar }
calendar-weekdays = Sen Sel Rab Kam Jum Sab Min
calendar-none = Tidak ada hari libur selain akhir pekan.
calendar-day = { $day }: { $name } ({ $kind })
calendar-own-day = { $day }: { $name } (khusus { $calendar })
calendar-kind-holiday = libur nasional
calendar-kind-collective-leave = cuti bersama
calendar-kind-school-holiday = libur sekolah
calendar-kind-regional-holiday = libur daerah
calendar-hours = Pesan dikirim antara { $span }. [ ] = libur.
calendar-ramadan = Ramadan { $year } H, { $days }: antara { $span }.
calendar-which = Kalender yang mana?
calendar-which-day = Hari mana yang tidak jadi libur?
calendar-ask-day =
    Tanggal berapa yang libur? Tulis tanggalnya, lalu nama liburnya, misalnya <code>3 Juli 2027 Hari jadi</code> atau <code>2027-07-03 Hari jadi</code>.

    Tidak jadi? Tulis <b>batal</b>.
calendar-no-day = Tanggalnya belum saya temukan. Tulis tanggal lebih dulu, misalnya <code>3 Juli 2027 Hari jadi</code>.
calendar-no-name = Hari itu libur apa? Tulis tanggal dan nama liburnya, misalnya <code>3 Juli 2027 Hari jadi</code>.
calendar-for-whom = <b>{ $day }</b>, { $name }: libur untuk siapa?
calendar-confirm-all = Jadikan <b>{ $day }</b> ({ $name }) hari libur untuk <b>semua</b>? Ini menyangkut { $people } peserta; pelajaran mereka di hari itu bergeser.
calendar-confirm-calendar = Jadikan <b>{ $day }</b> ({ $name }) hari libur untuk kalender <b>{ $calendar }</b>? Ini menyangkut { $people } peserta; pelajaran mereka di hari itu bergeser.
calendar-confirm-unit = Jadikan <b>{ $day }</b> ({ $name }) hari libur untuk <b>{ $unit }</b> dan unit di bawahnya? Kalau belum ada, unit itu mendapat kalender sendiri, salinan dari yang sekarang berlaku.
calendar-confirm-remove = Hapus <b>{ $day }</b> ({ $name }) dari hari libur? Ini menyangkut { $people } peserta: hari itu menjadi hari kerja lagi.
calendar-day-added = Sudah: hari itu libur. Jadwal peserta sedang disesuaikan.
calendar-day-removed = Sudah: hari itu bukan libur lagi. Jadwal peserta sedang disesuaikan.
calendar-known = Tidak ada yang berubah: memang sudah begitu.
calendar-closes = Tidak ada yang diubah: kalender { $calendar } tidak akan punya hari kerja selama dua bulan sejak { $from }. Periksa lagi hari liburnya.
calendar-ask-file =
    Kirim berkas hari libur setahun, CSV atau YAML. Isinya saya periksa dulu; tidak ada yang berubah sebelum Anda setuju.

    Bentuk CSV-nya:
    <pre>year,2027
    source,"SKB Tiga Menteri Nomor …"
    date,name,kind,calendar
    2027-01-01,Tahun Baru 2027,holiday,</pre>
    <code>kind</code>: holiday, collective_leave, school_holiday, atau regional_holiday. Kolom calendar boleh kosong.

    Tidak jadi? Tulis <b>batal</b>.
calendar-file-kind = Berkas itu bukan CSV atau YAML menurut namanya. Simpan sebagai .csv, lalu kirim sekali lagi.
calendar-import-dry = Kalau dipakai, berkas tahun { $year } ini mengubah: { $added } ditambah, { $changed } diganti, { $removed } dihapus; { $unchanged } tetap. Belum ada yang ditulis.
calendar-import-done = Sudah dipakai, tahun { $year }: { $added } ditambah, { $changed } diganti, { $removed } dihapus; { $unchanged } tetap. Jadwal peserta sedang disesuaikan.
calendar-import-faults = Berkas ini belum bisa dipakai; tidak ada yang ditulis. Perbaiki baris berikut, lalu kirim sekali lagi:
calendar-import-line = { $line }
calendar-import-more = … dan { $count } lagi
calendar-import-too-large = Berkas itu terlalu besar untuk daftar hari libur (paling banyak 256 kB). Tidak ada yang ditulis. Kirim daftar satu tahun saja, satu baris tiap hari.
calendar-import-not-given = Telegram tidak memberikan berkas itu. Kirim sekali lagi.
button-calendar-choose = Kalender lain …
button-calendar-add = Tambah hari libur
button-calendar-remove = Hapus hari libur …
button-calendar-import = Impor setahun
button-calendar-all = Semua
calendar-one = Kalender { $calendar }
button-calendar-unit = Satu unit …
button-calendar-import-yes = Ya, pakai
menu-kalender = Kalender kerja
button-help-calendar = Kalender
calendar-working = { $working } hari kerja.
calendar-file = kalender.png
calendar-look-working = hari kerja
calendar-look-weekend = akhir pekan
calendar-look-holiday = libur nasional
calendar-look-collective-leave = cuti bersama
calendar-look-regional-holiday = libur daerah
calendar-look-school-holiday = libur sekolah
calendar-look-own = libur unit ini
