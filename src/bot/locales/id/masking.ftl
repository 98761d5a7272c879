# --- Data pribadi yang telanjur diketik ---
data-masked =
    Di pesan tadi saya mengenali <b>{ $kinds }</b>. Bagian itu saya samarkan sebelum disimpan; angkanya tidak saya catat.

    Lain kali, ganti dulu dengan kata dalam kurung siku. Contoh rekaan: <code>[PEMOHON], { $mask }, mohon keringanan iuran</code>

    Pesan aslinya masih tampak di obrolan ini. Mau saya hapus?
button-delete-typed = Hapus pesan itu
button-masking-lesson = Aturan emas: data terlarang
data-nik = NIK
data-kk = nomor KK
data-nip = NIP
data-phone = nomor telepon
data-email = alamat email
data-account = nomor rekening
data-card = nomor kartu
data-npwp = NPWP
data-identity = nomor identitas
typed-deleted = Pesan itu sudah dihapus dari obrolan ini, di ponsel Anda juga.
typed-not-deleted = Telegram tidak mengizinkan saya menghapus pesan itu. Anda bisa menghapusnya sendiri: tekan lama pesannya, lalu pilih Hapus.
typed-too-old = Pesan itu sudah lebih dari 48 jam, dan Telegram tidak lagi mengizinkan saya menghapusnya. Anda masih bisa: tekan lama pesannya, lalu pilih Hapus.
name-holds-data = Tuliskan namanya saja, tanpa nomor atau alamat email.
