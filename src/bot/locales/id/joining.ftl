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
        [1] Beberapa kode tadi belum cocok. Silakan coba lagi dalam satu menit.
       *[other] Beberapa kode tadi belum cocok. Silakan coba lagi dalam { $minutes } menit.
    }
notice =
    Halo! Saya <b>Sedikit</b>. Setiap hari kerja saya membawakan satu pelajaran AI, tiga menit saja, lalu satu pertanyaan kecil.

    <b>Sebelum mulai, soal data Anda</b>
    { $points }
notice-points =
    • Bot ini diselenggarakan oleh <b>{ $organisation }</b>.
    • Yang disimpan: nama, unit, pilihan Anda di sini, pelajaran yang diterima, jawabannya, serta tugas dan pertanyaan yang Anda kirim. Gunanya hanya untuk belajar dan mengetahui apa yang perlu diperbaiki.
    • Koordinator melihat Anda ikut atau belum, bukan jawaban atau nilai Anda. Tugas dan pertanyaan sampai kepadanya hanya kalau Anda bagikan atau kirim.
    • Admin dapat mengunduh catatan belajar, termasuk jawaban, untuk laporan organisasi. Setiap unduhan tercatat.
    • Kami <b>tidak pernah</b> meminta NIK, kata sandi, kode OTP, atau uang. Jangan kirimkan data pribadi siapa pun ke sini.
    • Data disimpan selama Anda ikut. Kapan saja Anda boleh melihat, mengambil, memperbaiki, membatasi, atau menghapusnya, dan menarik persetujuan ini: /data_saya. Setelah ditarik, data dihapus { $days } hari kemudian.
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
