share-none = belum ada
setup-welcome =
    Selamat datang, { $you }. Anda <b>admin pertama</b> di sini. Hanya tiga langkah, lalu semuanya siap.

    <b>1 dari 3.</b> Apa nama organisasinya? Ketikkan di sini, misalnya <i>Pemerintah Kabupaten Contoh</i>. Nama ini tampil di pemberitahuan privasi.
setup-name-unclear = Nama itu kosong atau terlalu panjang (paling banyak { $most } huruf). Ketikkan sekali lagi.
setup-invite =
    <b>2 dari 3.</b> { $organisation } siap. Bagikan undangan ini kepada para peserta:

    { $link }

    Berlaku sampai { $until }, untuk { $uses } orang. Tautan lain bisa dibuat kapan saja dengan /undang.

    <b>3 dari 3.</b> Rasakan sendiri: kirim pelajaran pertama kepada diri Anda.
button-send-first = Kirim pelajaran pertama ke saya
admin-now = Anda sekarang admin, { $you }. /statistik dan /undang siap dipakai.
no-units = Belum ada unit. Ketik /start untuk menyiapkan organisasi Anda.
