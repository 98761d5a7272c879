help =
    <b>Yang bisa saya bantu, { $you }</b>

    /materi — pelajaran hari ini, sekarang juga
    /progres — bukit Anda sejauh ini
    /latihan — beberapa pertanyaan lagi, sekarang
    /cari — cari sebuah kata di semua pelajaran Anda
    /tanya — bertanya kepada koordinator
    /jeda dan /lanjut — cuti, dinas luar, atau istirahat
    /jadwal — jam belajar, jam tenang, dan zona waktu
    /sertifikat — sertifikat jalur yang sudah selesai
    /data_saya — melihat, mengambil, memperbaiki, atau menghapus data Anda
    /bahasa — Indonesia atau English

    Bot ini diselenggarakan oleh <b>{ $organisation }</b> dan tidak pernah meminta NIK, kata sandi, OTP, atau uang.
help-coordinator =

    <b>Untuk koordinator</b>
    /belum_selesai — siapa yang tertinggal dan mengapa; bisa diingatkan sekaligus. Satu unit saja: /belum_selesai lalu namanya
    /pengumuman — pesan untuk semua atau sebagian peserta
    /laporan — kabar sepekan unit Anda, dalam gambar dan lima baris
    /statistik — siapa ikut dan sejauh mana, di unit Anda
    /dasbor — semua angka unit Anda di satu halaman
    /peserta — daftar orang di unit Anda
    /undang — tautan, gambar QR, dan poster undangan
    /peran — siapa koordinator unit, serah terima
help-admin =

    <b>Untuk admin</b>
    /statistik — juga apa hasilnya: soal, hasil belajar, peran
    /kelola_materi — isi jalur, versi dan hasil tiap pelajaran
    /peran — siapa koordinator, siapa admin
    /unit — susunan unit, sektor, hari kerja
    /kalender — hari kerja dan hari libur
    /audit — siapa melakukan apa
    /status — antrean, keterlambatan, versi
    /ekspor — data dalam XLSX, CSV, atau xAPI
    /impor — daftar pegawai dari berkas Excel atau CSV
button-help-today = Pelajaran hari ini
button-help-progress = Kemajuan saya
button-help-schedule = Jam belajar
button-help-pause = Jeda
button-help-search = Cari pelajaran
button-help-language = English
button-help-stats = Statistik
button-help-invite = Undang
button-help-content = Kelola materi
unknown-text = Maaf, saya belum paham. Pelajaran dijawab dengan menekan pilihannya. Selebihnya ada di /bantuan.
unknown-command = Perintah itu belum saya kenal. Lihat /bantuan.
button-stale = Tombol ini sudah tidak berlaku.
cancelled = Baik, dibatalkan.
nothing-to-cancel = Tidak ada yang perlu dibatalkan.
admins-only = Perintah itu khusus admin. Kalau Anda memerlukannya, silakan hubungi admin di kantor Anda.
