button-help-import = Impor daftar
button-import-anew = Kirim berkas lain
button-import-lines = Lihat per baris
button-import-file = Sebagai berkas
button-import-do = Jalankan
button-import-drop = Batalkan
button-import-undo = Urungkan impor ini
button-import-before = ◀ Sebelumnya
button-import-after = Berikutnya ▶
import-ask =
    <b>Impor daftar pegawai</b>

    Kirim berkas Excel (.xlsx) atau CSV, paling besar 20 MB. Kolomnya: <b>nama</b>, <b>unit</b>, dan bila ada <b>unit induk</b>, <b>NIP</b>, <b>jabatan</b>, <b>no HP</b>. Urutannya bebas.

    Belum ada yang berubah setelah berkas dikirim: saya tunjukkan dulu apa yang akan terjadi, baris demi baris. NIP disimpan terkunci. Jadikan kolom NIP teks sebelum diisi, karena Excel membulatkan angka yang panjang.

    Ketik <i>batal</i> bila tidak jadi.
import-ask-no-nip =
    <b>Impor daftar pegawai</b>

    Kirim berkas Excel (.xlsx) atau CSV, paling besar 20 MB. Kolomnya: <b>nama</b>, <b>unit</b>, dan bila ada <b>unit induk</b>, <b>jabatan</b>, <b>no HP</b>. Urutannya bebas. Kolom NIP tidak dibaca, karena server ini belum punya kunci untuk mengamankannya.

    Belum ada yang berubah setelah berkas dikirim: saya tunjukkan dulu apa yang akan terjadi, baris demi baris.

    Ketik <i>batal</i> bila tidak jadi.
import-no-file = Saya menunggu berkasnya. Kirim sebagai dokumen, atau ketik <i>batal</i>.
import-reading = ⏳ Berkasnya sedang dibaca. Belum ada yang berubah.
import-running = ⏳ Sedang dijalankan.
import-refused =
    ⚠️ Berkas ini tidak bisa dipakai. { $why }

    Tidak ada yang berubah.
import-dropped = Impor dibatalkan. Tidak ada yang berubah.
import-undone-short = Impor ini sudah diurungkan.
import-undone = Impor diurungkan: { $removed } nama dihapus lagi, { $restored } kembali seperti semula{ $kept ->
        [0] .
       *[other] , dan { $kept } tetap ada karena orangnya sudah bergabung.
    } Unit yang dibuat tetap ada.
import-checked =
    <b>Inilah yang akan terjadi</b>

    { $lines }

    Belum ada yang berubah. Jalankan?
import-nothing =
    <b>Tidak ada yang perlu diubah</b>

    { $lines }

    Daftar ini sudah persis seperti yang tersimpan.
import-faulty =
    <b>Berkas ini perlu dibetulkan dulu</b>

    { $lines }

    Tidak ada yang berubah. Selama masih ada yang keliru, tidak satu baris pun diambil. Betulkan, lalu kirim lagi.
import-applied =
    ✅ <b>Daftar pegawai sudah diperbarui</b>

    { $lines }

    Masih bisa diurungkan selama sepekan.
import-count-faults = ✗ { $count } baris keliru
import-count-warnings = ! { $count } baris perlu dilihat
import-count-units = + { $count } unit baru
import-count-added = + { $count } nama baru
import-count-changed = ~ { $count } nama berubah
import-count-unchanged = = { $count } tetap seperti semula
import-count-claimed = ● { $count } langsung dikenali sebagai peserta yang sudah bergabung
import-count-absent = · { $count } nama ada di daftar unit-unit ini tetapi tidak di berkas: dibiarkan
import-lines =
    Catatan { $first } sampai { $last } dari { $total }:

    { $lines }
import-no-lines = Catatan per barisnya sudah dihapus.
import-line = { $sign } Baris { $line }: { $what }
import-sign-fault = ✗
import-sign-warning = !
import-sign-unit = +
import-sign-added = +
import-sign-changed = ~
import-kind-fault = keliru
import-kind-warning = perlu dilihat
import-kind-unit = unit baru
import-kind-added = nama baru
import-kind-changed = berubah
import-column-line = baris
import-column-kind = jenis
import-column-what = keterangan
import-file-name = hasil-pemeriksaan.csv
import-file = { $count } catatan.
import-line-unit = unit baru { $name } di bawah { $parent }
import-line-added = { $name }, { $unit }
import-line-changed = { $name }, { $unit }: keterangannya diperbarui
import-line-renamed = { $was } menjadi { $name }, { $unit }
import-formula-name = nama “{ $value }” adalah rumus. Tulis namanya saja, tanpa tanda di depannya.
import-formula-unit = nama unit “{ $value }” adalah rumus. Tulis namanya saja, tanpa tanda di depannya.
import-header-missing = tidak ada baris judul kolom. Tulis nama, unit, dan jabatan di atas daftar orangnya.
import-name-empty = namanya kosong. Isi, atau hapus barisnya.
import-name-none = “{ $value }” bukan nama. Nama terdiri atas huruf, paling banyak { $other }.
import-nip-cut = NIP-nya { $value } angka, seharusnya 18. Ada nol di depan atau angka di belakang yang hilang: jadikan kolomnya teks, lalu ketik lagi.
import-nip-none = NIP-nya tidak benar. Periksa lagi, atau kosongkan.
import-nip-rounded = NIP-nya sudah dibulatkan Excel menjadi 15 angka ({ $value }). Angka yang hilang tidak bisa dibaca dari berkas: jadikan kolomnya teks, lalu ketik lagi.
import-nip-twice = NIP-nya sama dengan baris { $other }.
import-nip-unread = kolom “{ $value }” tidak dibaca, karena server ini belum punya kunci untuk mengamankan NIP.
import-number-unread = kolom “{ $value }” tidak dibaca. Nomor seperti itu tidak pernah disimpan; sebaiknya hapus kolomnya.
import-parent-unknown = unit induk “{ $value }” tidak ada. Tulis nama unit yang sudah ada.
import-phone-none = nomor HP-nya bukan nomor. Tulis angkanya, atau kosongkan.
import-phone-zero = nol di depan nomor HP-nya hilang; sudah dipasang lagi.
import-role-unknown = jabatan “{ $value }” belum dikenal. Dibiarkan kosong; orangnya memilih sendiri saat bergabung.
import-rows-many = ada { $value } orang. Impor { $other } sekali jalan.
import-rows-none = tidak ada orang di bawah judul kolom. Tulis satu baris untuk tiap orang.
import-same-elsewhere = “{ $value }” juga ada di baris { $other }, di unit lain. Tidak apa-apa bila dua orang; bila tidak, hapus salah satunya.
import-same-name = “{ $value }” juga ada di baris { $other }. Hapus salah satunya, atau bedakan dengan NIP atau nama lengkap.
import-same-place = di unit ini ada beberapa “{ $value }”. Tambahkan NIP untuk membedakannya.
import-two-columns = dua kolom sama-sama { $value }. Hapus salah satunya.
import-unit-column = tidak ada kolom unit. Tambahkan, lalu isi unit kerja tiap orang.
import-unit-empty = unitnya kosong. Isi, atau hapus barisnya.
import-unit-long = nama unit “{ $value }” terlalu panjang. Paling banyak { $other } huruf.
import-unit-near = unit “{ $value }” tidak ada. Maksudnya “{ $other }”? Bila memang unit baru, isi kolom unit induk.
import-unit-unknown = unit “{ $value }” tidak ada. Bila memang unit baru, isi kolom unit induk.
import-file-kind = Kirim berkas .xlsx atau .csv, ya. Berkas .xls yang lama bisa disimpan ulang sebagai .xlsx di Excel.
import-file-too-large = Berkasnya lebih besar dari 20 MB, dan itu terlalu besar. Daftar seratus ribu orang biasanya sekitar 5 MB; hapus gambar dan lembar lain, atau bagi berkasnya.
import-file-gone = Berkasnya sudah tidak ada di Telegram. Kirim sekali lagi.
import-file-broken = Ada gangguan saat membacanya. Tunggu sebentar, lalu kirim sekali lagi.
import-file-not-allowed = Peran yang membolehkannya sudah dicabut.
import-file-damaged = Berkas Excel-nya rusak, atau dilindungi kata sandi. Buka di Excel, simpan ulang tanpa kata sandi, lalu kirim lagi.
import-file-no-text-line = Isinya bukan teks (baris { $line }). Simpan lagi dari Excel sebagai “CSV UTF-8”.
import-file-no-workbook = Isinya bukan berkas Excel (.xlsx). Bila dilindungi kata sandi, hapus dulu kata sandinya.
import-file-not-utf8-line = Hurufnya campur aduk mulai baris { $line }. Simpan lagi dari Excel sebagai “CSV UTF-8”.
import-file-quote-followed-line = Pada baris { $line } ada sesuatu di belakang tanda kutip penutup. Hapus tanda kutipnya, atau simpan lagi dari Excel sebagai “CSV UTF-8”.
import-file-quote-open-line = Pada baris { $line } ada tanda kutip yang tidak ditutup. Tutup, atau hapus tanda kutipnya.
import-file-rows-many = Barisnya lebih banyak daripada yang boleh dalam satu berkas (100.000). Bagi berkasnya.
import-file-too-heavy = Membacanya terlalu lama atau terlalu berat, jadi dihentikan. Simpan hanya lembar daftarnya sebagai berkas baru, lalu kirim lagi.
import-file-too-many-parts = Berkas Excel-nya terdiri atas terlalu banyak bagian. Simpan hanya lembar daftarnya sebagai berkas baru, lalu kirim lagi.
import-file-unpacks-too-large = Setelah dibuka, isinya jauh lebih besar daripada daftar pegawai mana pun. Simpan hanya lembar daftarnya sebagai berkas baru, lalu kirim lagi.
