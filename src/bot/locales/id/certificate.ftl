menu-sertifikat = Sertifikat
button-certificate = Sertifikat
button-help-certificate = Sertifikat
certificates =
    <b>Sertifikat Anda, { $you }</b>

    { $tracks }
certificates-none = Belum ada jalur yang dimulai, jadi belum ada sertifikat. Ketik /materi untuk pelajaran pertama.
standing-under-way =
    { $count ->
        [0] ◐ { $track }: pelajaran terakhir masih terbuka
       *[other] ◐ { $track }: tinggal { $count } pelajaran lagi
    }
standing-skipped = ◐ { $track }: semua sudah dilalui, tetapi banyak yang dilewati. Jawab { $count } kuis yang dilewati, di atas di obrolan ini; jawaban apa pun dihitung.
standing-ready = ● { $track }: selesai, sertifikat siap diterbitkan
standing-issued = ● { $track }: selesai, sertifikat sudah terbit
certificate-of = Sertifikat: { $track }
ask-certificate-name =
    <b>Nama apa yang dicetak di sertifikat?</b>

    Ketikkan nama lengkap dengan gelar, persis seperti ingin dicetak; misalnya <i>Hj. Siti Aminah, S.Pd., M.M.</i> Atau pakai nama Anda yang tercatat di sini.
certificate-name-long = Nama itu tidak muat di lembar sertifikat. Paling banyak { $most } huruf, ya.
certificate-name-unprintable = Nama itu belum bisa dicetak. Pakai huruf Latin, titik, koma, dan tanda hubung saja, tanpa emoji.
ask-asn =
    Apakah Anda <b>ASN</b> (PNS atau PPPK)?

    Jalur ini bernilai JP, dan JP hanya dicantumkan untuk ASN. Perangkat desa dan tenaga lain mendapat sertifikat yang sama, tanpa JP.
button-asn = ASN
button-not-asn = Bukan ASN
ask-nip =
    Ketikkan <b>NIP</b> Anda, 18 angka, kalau ingin dicantumkan. Ini pilihan, bukan keharusan.

    NIP disimpan terkunci dan hanya dipakai untuk dicetak di sertifikat Anda; halaman pemeriksaan tidak menampilkannya.
nip-unclear = Itu belum berbentuk NIP. NIP punya 18 angka: tanggal lahir, bulan pengangkatan, jenis kelamin, dan nomor urut. Coba ketik lagi, atau ketik <b>batal</b>.
confirm-certificate =
    <b>Ini yang akan dicetak</b>

    { $lines }

    Sudah benar? Sesudah terbit, datanya tetap seperti ini walau Anda pindah tugas.
confirm-correction =
    <b>Perbaikan sertifikat</b>

    { $lines }

    Nomornya tetap. Sesudah ini hanya lembar baru yang berlaku.
confirm-name = Nama: <b>{ $name }</b>
confirm-nip = NIP: dicantumkan
confirm-unit = Unit: { $unit }
confirm-track = Jalur: { $track }
confirm-hours = Nilai: { $jp } JP
button-issue = Terbitkan
button-issue-anew = Cetak ulang
button-change-name = Ubah nama
button-add-nip = Tambahkan NIP
button-without-nip = Tanpa NIP
certificate =
    Selamat, { $you }. Ini sertifikat Anda, nomor <b>{ $number }</b>.

    Siapa saja bisa memeriksanya lewat kode QR di lembarnya, tanpa perlu akun apa pun.
button-correct-certificate = Perbaiki nama
certificate-revoked = Sertifikat <b>{ $number }</b> dicabut pada { $day }: { $reason }. Kalau menurut Anda keliru, silakan hubungi admin di kantor Anda.
certificate-track-gone = Jalur ini sudah tidak ada di daftar pelajaran, jadi sertifikatnya tidak bisa diterbitkan dari sini. Silakan hubungi admin di kantor Anda.
corrected-too-often = Sertifikat ini sudah beberapa kali diperbaiki. Untuk perubahan berikutnya, silakan hubungi admin di kantor Anda.

# --- Pemeriksaan ---
check-valid =
    ✅ <b>Sertifikat ini sah</b>

    Nomor: { $number }
    Nama: <b>{ $name }</b>
    Unit: { $unit }
    Jalur belajar: { $track }
    Diselesaikan: { $completed }
    Diterbitkan: { $issued }
    Oleh: { $organisation }
check-revision = { $number }, revisi { $revision }
check-hours = Nilai: { $jp } JP, dasar { $basis }
check-revoked = ⛔ <b>Sertifikat ini sudah dicabut</b> pada { $day }. Alasan: { $reason }.
check-erased = ℹ️ Sertifikat { $number } memang pernah diterbitkan. Pemiliknya telah menghapus datanya, jadi nama dan unitnya tidak lagi bisa dicocokkan di sini.
check-superseded = ⚠️ <b>Lembar ini sudah diganti.</b> Sertifikat { $number } dicetak ulang pada { $day } karena perbaikan. Mintalah lembar yang baru kepada pemiliknya.
check-unknown = ❓ <b>Tidak ada sertifikat dengan kode ini.</b> Pindai sekali lagi kode QR di lembarnya; kalau tetap begini, lembar itu bukan dari kami.
check-malformed = ❓ <b>Kode ini tidak lengkap.</b> Pindai sekali lagi kode QR di lembar sertifikatnya.
revoked-mistake = terbit karena kekeliruan
revoked-facts = ada data yang tidak benar
revoked-request = atas permintaan pemiliknya
revoked-conduct = diperoleh dengan cara yang tidak semestinya
