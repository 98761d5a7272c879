# --- Undangan ---
ask-invite-unit = Undangan untuk unit yang mana?
ask-invite-unit-more = Undangan untuk unit yang mana? Tidak terlihat? Tulis saja nama unitnya. Tidak jadi? Tulis <b>batal</b>.
invite-no-unit = Unit dengan nama itu tidak saya temukan di antara unit Anda. Coba tulis sebagian namanya. Tidak jadi? Tulis <b>batal</b>.
invite-made =
    Undangan untuk <b>{ $unit }</b>:

    { $link }

    Berlaku sampai { $until }, untuk { $uses } orang. Tautan ini untuk orang yang Anda kenal: siapa pun yang membukanya langsung tercatat di unit ini. Untuk ditempel di dinding, pakai poster.
button-invite-text = Teks WhatsApp
button-invite-qr = Gambar QR
button-invite-poster = Poster A4 dengan kode
button-invite-revoke = Cabut undangan ini
button-invites = Undangan yang berlaku
invite-text =
    Assalamualaikum wr. wb., salam sejahtera Bapak/Ibu rekan-rekan { $unit }.

    Mari belajar memakai AI dalam pekerjaan kita, *tiga menit saja setiap hari kerja*, langsung dari Telegram. Gratis, tanpa aplikasi baru.

    👉 { $link }

    Buka tautan itu, tekan *Mulai*, dan pelajaran pertama langsung datang. Berlaku sampai { $until }.

    Catatan: bot ini tidak pernah meminta NIK, kata sandi, OTP, atau uang.
invite-qr-file = undangan.png
invite-qr-note = Pindai dengan kamera ponsel; Telegram terbuka dan pelajaran pertama langsung datang. Berlaku sampai { $until }.
invite-qr =
    Undangan untuk <b>{ $unit }</b>, berlaku sampai { $until }:
    { $link }
invite-poster =
    Poster untuk <b>{ $unit }</b>, siap dicetak. Kodenya <b>{ $code }</b>, berlaku sampai { $until } untuk { $uses } orang.

    Yang masuk lewat kode ini langsung belajar. Sesudah itu saya minta Anda memastikan bahwa mereka memang orang unit ini, cukup sekali tekan.
poster-file = Poster-{ $unit }
poster-title = Belajar AI, tiga menit sehari
poster-motto = Sedikit demi sedikit, lama-lama menjadi bukit
poster-audience = Untuk seluruh pegawai { $unit }
poster-scan = Pindai dengan kamera ponsel
poster-type = atau buka Telegram, cari @{ $bot }, lalu ketik kode ini:
poster-step-open = Pindai, atau ketik kodenya di Telegram
poster-step-agree = Tekan Setuju, jawab dua pertanyaan singkat
poster-step-learn = Pelajaran pertama langsung datang
poster-until = Kode berlaku sampai { $until }
poster-safety = Bot ini tidak pernah meminta NIK, kata sandi, OTP, atau uang. Anda boleh berhenti kapan saja.
invites = <b>Undangan yang berlaku: { $total }</b>
invites-link = { $place }. { $unit }: tautan, dipakai { $uses } dari { $most }, sampai { $until }
invites-poster = { $place }. { $unit }: poster, dipakai { $uses } dari { $most }, sampai { $until }
invites-none = Tidak ada undangan yang sedang berlaku. Buat yang baru dengan /undang.
button-invites-revoke = Cabut nomor { $position }
invites-over = Undangan ini sudah tidak berlaku. Buat yang baru dengan /undang.
invites-revoked = Undangan itu dicabut: tautan dan kodenya tidak bisa dipakai lagi. Yang sudah bergabung tetap belajar.
invites-restored = Undangan itu berlaku lagi.
button-invite-keep = Biarkan seperti semula
button-invite-days = Masa berlaku
button-invite-uses = Jumlah orang
ask-invite-days = Berlaku berapa lama, mulai sekarang?
ask-poster-days = Poster untuk <b>{ $unit }</b>: kodenya berlaku berapa lama? Tanggalnya ikut tercetak. Kode di dinding bisa dibaca siapa saja, jadi paling lama dua minggu.
ask-invite-uses = Untuk berapa orang semuanya? Sejauh ini { $uses } orang masuk lewat undangan ini.
button-invite-days-of =
    { $count ->
        [365] 1 tahun
       *[other] { $count } hari
    }
button-invite-uses-of = { $count } orang
