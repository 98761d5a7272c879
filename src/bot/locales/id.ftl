# Semua kalimat yang dibaca orang berdiri di sini. HTML Telegram: hanya <b>, <i>, <code>, <pre>.

# --- Bergabung ---
how-to-join =
    Halo! Saya <b>Sedikit</b>, teman belajar AI untuk aparatur: satu pelajaran tiga menit setiap hari kerja.

    Untuk bergabung, buka <b>tautan undangan</b> dari koordinator unit Anda, atau ketikkan kodenya di sini.
    Belum punya? Tanyakan kepada koordinator atau bagian kepegawaian di kantor Anda.
invite-unknown = Kode itu belum saya kenali. Coba salin sekali lagi dari pesan undangannya, atau minta tautan baru kepada koordinator Anda.
invite-used-up = Undangan ini sudah terpakai semua. Minta tautan baru kepada koordinator Anda, ya.
invite-expired = Undangan ini sudah lewat masa berlakunya. Minta tautan baru kepada koordinator Anda, ya.
invite-slowed =
    { $minutes ->
        [1] Beberapa kode tadi belum cocok. Silakan coba lagi satu menit lagi.
       *[other] Beberapa kode tadi belum cocok. Silakan coba lagi { $minutes } menit lagi.
    }
notice =
    Halo! Saya <b>Sedikit</b>. Setiap hari kerja saya membawakan satu pelajaran AI, tiga menit saja, lalu satu pertanyaan kecil.

    <b>Sebelum mulai, soal data Anda</b>
    • Bot ini diselenggarakan oleh <b>{ $organisation }</b>.
    • Yang disimpan: nama, unit, pilihan Anda di sini, pelajaran yang diterima, dan jawabannya. Gunanya hanya untuk belajar dan mengetahui apa yang perlu diperbaiki.
    • Koordinator melihat Anda ikut atau belum, bukan jawaban atau nilai Anda.
    • Kami <b>tidak pernah</b> meminta NIK, kata sandi, kode OTP, atau uang. Jangan kirimkan data pribadi siapa pun ke sini.
    • Anda boleh berhenti kapan saja: ketik <b>berhenti</b>.
notice-organisation = organisasi Anda
button-agree = Setuju, mulai
button-other-language = English
ask-address =
    Terima kasih. Bagaimana saya menyapa Anda?

    Nama Anda di sini: <b>{ $name }</b>. Kalau kurang pas, ketikkan nama yang benar dulu.
button-bapak = Bapak
button-ibu = Ibu
button-no-title = Nama saja
name-too-long = Nama itu terlalu panjang untuk saya. Ketikkan nama panggilan Anda, paling banyak { $most } huruf.
ask-role = Pekerjaan Anda paling dekat dengan yang mana, { $you }?
role-pimpinan = Pimpinan
role-perencanaan = Perencanaan & program
role-pelayanan = Pelayanan & administrasi
role-guru = Guru & pendidikan
role-kesehatan = Kesehatan
role-desa = Desa & kelurahan
joined =
    Selamat datang, { $you }! Pelajaran pertama ada tepat di bawah ini.

    Berikutnya datang setiap hari kerja pukul <b>{ $hour }</b>. Sedikit demi sedikit, lama-lama menjadi bukit.
joined-without-lesson = Selamat datang, { $you }! Belum ada pelajaran yang siap. Begitu ada, saya kirimkan pada hari kerja pukul { $hour }.
already-joined = Anda sudah terdaftar, { $you }. Tidak ada yang berubah.
join-first = Kita belum selesai berkenalan. Lanjutkan dulu langkah di atas, atau ketik /start.
join-stopped = Baik, kita berhenti di sini; tidak ada yang saya kirim lagi. Kalau suatu hari ingin bergabung, ketik /start.
group-line = Terima kasih sudah mengundang saya. Saya menemani belajar satu per satu, jadi mari lanjut di obrolan pribadi: @{ $bot }. Sampai jumpa!
button-change-hour = Ubah jam

# --- Menyapa ---
you-bapak = Pak { $name }
you-ibu = Bu { $name }
you-none = { $name }

# --- Pelajaran ---
lesson-place = Pelajaran { $position } dari { $total }
lesson-catch-up = Beberapa hari ini pelajaran sempat tertunda. Kita lanjutkan dari sini, cukup satu.
lesson-task = Coba hari ini
lesson-source = Sumber
button-skip = Lewati pelajaran ini
lesson-skipped = Baik, pelajaran itu dilewati. { $next }
nothing-to-skip = Pelajaran itu sudah selesai.
first-answer =
    Batu pertama terpasang di bukit Anda, { $you }. 🪨

    { $next }
track-done = Semua { $total } pelajaran sudah Anda lalui, { $you }. Bukit Anda berdiri. 🪨 Terima kasih sudah setia, sedikit demi sedikit.
today-done =
    Pelajaran hari ini sudah selesai. { $next }

    Ingin lanjut sekarang? Boleh.
button-next-lesson = Ambil pelajaran berikutnya
no-lessons = Belum ada pelajaran untuk Anda. Begitu ada, saya kabari.

# --- Pengingat ---
nudge-first = { $you }, pelajaran hari ini masih menunggu. Tiga menit, lalu satu pertanyaan.
nudge-waiting =
    { $you }, satu pelajaran menunggu Anda sejak { $since }: { $lesson }. Tidak menumpuk, hanya satu itu. Mulai dari sana kapan pun sempat.
nudge-last = { $you }, pelajaran sejak { $since } masih saya simpan: { $lesson }. Saya tidak akan mengingatkan lagi. Ketik /materi kapan pun Anda ingin lanjut.
nudge-over = Pengingat ini sudah tidak berlaku.
button-send-again = Kirim pelajarannya

# --- Kemajuan ---
progress =
    <b>Bukit { $you }</b>
    { $track }

    { $hill }
    { $answered } dari { $total } pelajaran dijawab{ $skipped ->
        [0] {""}
       *[other] , { $skipped } dilewati
    }
    { $correct } jawaban langsung benar
    { $streak ->
        [0] Beruntun: mulai lagi dari pelajaran berikutnya
        [1] Beruntun: 1 hari belajar
       *[other] Beruntun: { $streak } hari belajar
    }

    { $next }
progress-paused = Sedang jeda { $until }.
progress-none = Belum ada batu yang terpasang, { $you }. { $next }

# --- Jeda dan lanjut ---
ask-pause = Mau jeda berapa lama? Selama jeda saya diam, dan tidak ada yang menumpuk.
button-pause-1 = Hari ini saja
button-pause-3 = 3 hari
button-pause-7 = 1 minggu
button-pause-14 = 2 minggu
button-pause-open = Sampai saya kembali
paused-until = Baik, { $you }. Saya diam sampai <b>{ $until }</b>. { $next } Ingin kembali lebih cepat? Ketik /lanjut.
paused-open = Baik, { $you }. Saya diam sampai Anda mengetik /lanjut.
pause-unclear = Berapa lama? Tulis misalnya <b>/jeda 3 hari</b>, dari 1 sampai 90 hari, atau pilih di bawah ini.
resumed = Selamat datang kembali, { $you }. { $next }
not-paused = Anda tidak sedang jeda, { $you }. { $next }
pause-until-open = sampai Anda mengetik /lanjut
pause-until-day = sampai { $day }
stopped =
    Baik, { $you }. Saya berhenti mengirim apa pun. Kalau suatu hari ingin melanjutkan, ketik /lanjut: semua yang sudah Anda pelajari masih tersimpan.

# --- Jadwal dan bahasa ---
ask-hour = Pelajaran datang setiap hari kerja pukul <b>{ $hour }</b>. Pukul berapa yang paling nyaman bagi Anda?
hour-set = Siap. Mulai sekarang pelajaran datang pukul <b>{ $hour }</b>. { $next }
hour-noted = Siap, saya catat: pukul <b>{ $hour }</b>. { $next }
hour-unclear = Maaf, jam itu belum saya pahami. Tulis misalnya <b>/jadwal 10.30</b>, antara 07.00 dan 17.59, atau pilih di bawah ini.
ask-language = Pilih bahasa:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Siap, mulai sekarang dalam bahasa Indonesia.

# --- Bantuan ---
help =
    <b>Yang bisa saya bantu, { $you }</b>

    /materi — pelajaran hari ini, sekarang juga
    /progres — bukit Anda sejauh ini
    /jeda dan /lanjut — cuti, dinas luar, atau istirahat
    /jadwal — jam pelajaran
    /bahasa — Indonesia atau English

    Bot ini diselenggarakan oleh <b>{ $organisation }</b> dan tidak pernah meminta NIK, kata sandi, OTP, atau uang.
help-admin =

    <b>Untuk admin</b>
    /statistik — siapa belajar, apa hasilnya
    /undang — tautan undangan sebuah unit
button-help-today = Pelajaran hari ini
button-help-progress = Kemajuan saya
button-help-schedule = Jam pelajaran
button-help-pause = Jeda
button-help-language = English
button-help-stats = Statistik
button-help-invite = Undang
unknown-text = Maaf, saya belum paham. Pelajaran dijawab dengan menekan pilihannya. Selebihnya ada di /bantuan.
unknown-command = Perintah itu belum saya kenal. Lihat /bantuan.
button-stale = Tombol ini sudah tidak berlaku.
cancelled = Baik, dibatalkan.
nothing-to-cancel = Tidak ada yang sedang berjalan.
admins-only = Perintah itu khusus admin. Kalau Anda memerlukannya, silakan hubungi admin di kantor Anda.

# --- Admin ---
stats =
    <b>Statistik</b> per { $when }

    Bergabung: <b>{ $joined }</b> orang
    Aktif 7 hari terakhir: <b>{ $active }</b> dari { $joined } ({ $activeShare })
    Pelajaran sampai: <b>{ $delivered }</b>
    Dijawab: <b>{ $answered }</b> dari { $delivered } ({ $answeredShare })
    Langsung benar: <b>{ $correct }</b> dari { $answered } ({ $correctShare })
    Tertinggal: <b>{ $lagging }</b> orang
    Sedang jeda: { $paused } · Tidak terjangkau: { $unreachable }
stats-empty =
    <b>Statistik</b>

    Belum ada yang bergabung. Buat undangan dengan /undang, lalu bagikan tautannya.
share-none = belum ada
setup-welcome =
    Selamat datang, { $you }. Anda <b>admin pertama</b> di sini. Hanya tiga langkah, lalu semuanya siap.

    <b>1 dari 3.</b> Apa nama organisasinya? Ketikkan di sini, misalnya <i>Pemerintah Kabupaten Contoh</i>. Nama ini tampil di pemberitahuan privasi.
setup-name-unclear = Nama itu kosong atau terlalu panjang (paling banyak { $most } huruf). Ketikkan sekali lagi.
setup-invite =
    <b>2 dari 3.</b> { $organisation } siap. Bagikan undangan ini kepada para peserta:

    { $link }

    Berlaku sampai { $until }, untuk { $uses } orang. Tautan lain kapan saja dengan /undang.

    <b>3 dari 3.</b> Rasakan sendiri: kirim pelajaran pertama kepada diri Anda.
button-send-first = Kirim pelajaran pertama ke saya
admin-now = Anda sekarang admin, { $you }. /statistik dan /undang siap dipakai.
ask-invite-unit = Undangan untuk unit yang mana?
invite-made =
    Undangan untuk <b>{ $unit }</b>:

    { $link }

    Berlaku sampai { $until }, untuk { $uses } orang. Siap ditempel di grup WhatsApp.
no-units = Belum ada unit. Ketik /start untuk menyiapkan organisasi Anda.

# --- Waktu ---
when-day = { $weekday }, { $date }, pukul { $hour }
when-today = hari ini pukul { $hour }
when-tomorrow = besok pukul { $hour }
# Apa yang datang berikutnya, sebagai kalimat
next-due = Pelajaran berikutnya datang { $when }.
next-open = Satu pelajaran masih menunggu jawaban Anda; ketik /materi untuk membukanya lagi.
next-return = Pelajaran menunggu sampai Anda mengetik /lanjut.
next-done = Semua pelajaran sudah dilalui.
since-today = hari ini
since-yesterday = kemarin
since-day = hari { $weekday }
since-date = { $date }

# --- Menu dan profil bot (panjang menurut batas Telegram) ---
menu-materi = Pelajaran hari ini
menu-progres = Kemajuan saya
menu-jeda = Jeda sebentar
menu-jadwal = Jam pelajaran
menu-bantuan = Bantuan dan lainnya
menu-statistik = Statistik
menu-undang = Undang peserta
