stats-title = Statistik
stats-head =
    <b>Statistik · { $name }</b>
    { $period }
stats-everybody = semua unit
stats-my-units = semua unit Anda
stats-until = sampai { $date }
stats =
    { $head }

    Bergabung: <b>{ $joined }</b> orang, baru: { $fresh }{ $roster }
    Aktif: { $active }
    Sesuai jadwal: { $schedule }
    Selesai jalur umum: { $done }

    Pelajaran sampai: { $arrived }
    Dijawab: { $answered }{ $right }
    Waktu sampai dijawab (median): { $wait }

    Tertinggal: <b>{ $lagging }</b> · jeda atau cuti: { $away } · tidak terjangkau: { $unreachable }
stats-roster = Dari daftar pegawai, sudah bergabung: { $claimed }
stats-right =
    Langsung benar: { $right }
    Pertanyaan ulang benar: { $reviewed }
stats-empty =
    { $head }

    Belum ada yang bergabung. Buat undangan dengan /undang, lalu bagikan tautannya.
stats-few =
    { $head }

    Bergabung: { $joined } orang. Kurang dari { $least } orang: rinciannya tidak ditampilkan, supaya tidak menunjuk siapa pun.
stats-rate = { $part } dari { $whole } ({ $share })
stats-rate-interval = { $part } dari { $whole } ({ $share }; selang 95%: { $low }–{ $high })
stats-rate-none = belum ada
stats-under-a-minute = kurang dari semenit
stats-minutes = sekitar { $minutes } menit
stats-hours = sekitar { $hours } jam
stats-days = sekitar { $days } hari
stats-file = statistik.png
button-stats-today = Hari ini
button-stats-week = Pekan ini
button-stats-month = Bulan ini
button-stats-all = Semua
button-stats-units = Per unit
button-stats-lessons = Per pelajaran
button-stats-nudges = Pengingat per periode
button-stats-times = Waktu menjawab
button-stats-announcements = Pengumuman
button-stats-retention = Siapa yang bertahan
button-stats-whole = Ringkasan
button-stats-up = Satu tingkat ke atas
stats-units-of = Unit di { $name }
stats-units-mine = Unit Anda
stats-units =
    <b>{ $name }</b>
    { $period }, { $first } sampai { $last } dari { $total }; yang paling perlu didampingi lebih dulu.

    { $units }
stats-unit =
    <b>{ $name }</b>
    sesuai jadwal { $schedule }; dijawab { $answered }
stats-unit-few =
    <b>{ $name }</b>
    { $people } orang; kurang dari lima tidak dirinci
stats-lessons-title = Per pelajaran
stats-lessons =
    <b>Per pelajaran</b>, { $first } sampai { $last } dari { $total }
    { $period }

    { $lessons }
stats-lesson =
    <b>{ $title }</b>
    dijawab { $answered }; langsung benar { $right }
stats-lesson-taken =
    <b>{ $title }</b>
    dijawab { $answered }
stats-lessons-none =
    <b>Per pelajaran</b>
    { $period }

    Tidak ada pelajaran yang jatuh pada periode itu.
stats-nudges-title = Pengingat
stats-nudges =
    <b>Pengingat</b>
    { $period }

    { $steps }

    { $note }
stats-nudge-step = Pengingat ke-{ $step }
stats-nudge = { $name }: diikuti jawaban { $followed }
stats-nudges-note = Diikuti jawaban: pelajarannya dijawab dalam 24 jam sesudah pengingat. Sebagian mungkin menjawab juga tanpa diingatkan; pengaruh pengingat sendiri ada di “Hasil pengingat”.
stats-nudges-note-short = Diikuti jawaban: pelajarannya dijawab dalam 24 jam sesudah pengingat. Sebagian mungkin menjawab juga tanpa diingatkan.
stats-nudges-none =
    <b>Pengingat</b>
    { $period }

    Tidak ada pengingat yang terkirim pada periode itu.
stats-announcements-title = Pengumuman
stats-announcements =
    <b>Pengumuman</b>, { $first } sampai { $last } dari { $total }
    { $period }

    Semuanya: sampai { $sent }; ditandai dibaca { $read }

    { $lines }
stats-announcement =
    <b>{ $name }</b>
    sampai { $sent }; ditandai dibaca { $read }
stats-announcement-nobody = tanpa nama
stats-announcements-picture = Sampai, dari semua penerima, { $period }
stats-announcements-note = Sampai: diterima Telegram. Dibaca: tombolnya ditekan; Telegram tidak memberi tahu bot apakah pesan dibaca.
stats-announcements-none =
    <b>Pengumuman</b>
    { $period }

    Tidak ada pengumuman yang dikirim pada periode itu.
stats-times-title = Kapan orang menjawab
stats-times =
    <b>Kapan orang menjawab</b>
    { $period }

    { $answers } jawaban, menurut jam setempat masing-masing.
    Jam tersibuk: mulai pukul { $hour }, { $atHour }
    Hari tersibuk: { $day }, { $onDay }
    Waktu sampai dijawab (median): { $wait }
stats-times-none =
    <b>Kapan orang menjawab</b>
    { $period }

    Belum ada jawaban pada periode itu.
stats-retention-title = Siapa yang bertahan
stats-retention =
    <b>Siapa yang bertahan</b>{ $unit }
    Menurut pekan bergabung: berapa yang masih menjawab pada pekan terakhir yang sudah lewat.

    { $weeks }

    Aktif dua pekan berturut-turut: { $kept }
stats-cohort = { $day } ({ $people })
stats-cohort-line = { $name }: pekan ke-{ $week }, aktif { $active }
stats-cohort-new = { $name }: pekan pertamanya belum lewat
stats-retention-none =
    <b>Siapa yang bertahan</b>{ $unit }

    Belum ada yang bergabung dalam delapan pekan terakhir.
stats-turned = Periode itu berakhir ({ $to }) sebelum dimulai ({ $from }). Tulis tanggal yang lebih awal dulu, misalnya <code>{ $command } 1-15 November</code>.
stats-no-such-day = Tanggal “{ $typed }” tidak ada. Contoh yang saya pahami: <code>{ $command } 1-15 November</code>, <code>{ $command } bulan ini</code>.
stats-no-such-unit = Tidak ada unit bernama “{ $typed }”, dan itu juga bukan periode yang saya kenal. Nama unit ada di /statistik unit; periode ditulis seperti <code>{ $command } bulan ini</code> atau <code>{ $command } 1-15 November</code>.
stats-no-such-period = “{ $typed }” bukan periode yang saya kenal. Contoh yang saya pahami: <code>{ $command } pekan ini</code>, <code>{ $command } 1-15 November</code>, <code>{ $command } semua</code>.
stats-which-unit = Ada { $count } unit yang cocok dengan “{ $typed }”. Yang mana?
stats-which-unit-more = Ada { $count } unit yang cocok dengan “{ $typed }”. Ini { $shown } yang pertama; tuliskan namanya lebih lengkap bila belum ada.
stats-unknown =
    Saya belum paham “{ $typed }”. Yang bisa dibuka:

    /statistik: ringkasan
    /statistik unit, atau dengan namanya
    /statistik pelajaran
    /statistik soal
    /statistik pengingat
    /statistik pengumuman
    /statistik jalur
    /statistik peran
    /statistik waktu
    /statistik retensi
    /statistik belajar

    Periodenya boleh ditulis di belakang: hari ini, pekan ini, bulan ini, semua, atau 1-15 November.
# Di dalam gambar
stats-stage-joined = Bergabung, dari yang menyapa bot
stats-stage-roster = Bergabung, dari daftar pegawai
stats-stage-active = Aktif
stats-stage-schedule = Sesuai jadwal
stats-stage-done = Selesai jalur umum
stats-stage-answered = Pelajaran dijawab
stats-stage-right = Langsung benar
stats-funnel-note = Sesuai jadwal (keadaan sekarang): tidak ada pelajaran yang terlewat sebelum hari kerja terakhir, dan menjawab dalam sepuluh hari kerja terakhir.
stats-units-picture = Persentase orang yang sesuai jadwal, sekarang
stats-units-note = { $first } sampai { $last } dari { $total }; yang paling perlu didampingi lebih dulu.
stats-lessons-picture = Dijawab, dari yang sampai, { $period }
stats-lessons-note = Pelajaran { $first } sampai { $last } dari { $total }.
stats-nudges-picture = Diikuti jawaban dalam 24 jam, { $period }
stats-times-picture = Kapan menjawab, { $period }
stats-times-note = { $answers } jawaban, menurut jam setempat masing-masing. Makin gelap makin banyak; kotak tergelap: { $most } jawaban.
stats-retention-picture = Aktif pada pekan ke-0 sampai ke-7 sejak bergabung
stats-retention-note = Kiri: pekan bergabung, mulai Senin, dan jumlah orangnya. Pekan yang belum lewat kosong.
stats-range-note = Garis tipis: selang 95%; angka yang sebenarnya sangat mungkin ada di dalamnya.
