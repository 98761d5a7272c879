# --- Data saya ---
my-data =
    <b>Data Anda di sini, { $you }</b>

    Nama: <b>{ $name }</b>
    Nomor akun Telegram: { $account }
    Unit: { $unit }
    Pekerjaan: { $role }
    Bergabung: { $joined }

    Pelajaran { $lessons } · jawaban { $answers } · tugas { $replies } · pertanyaan { $questions } · sertifikat { $certificates } · catatan pesan { $messages }

    { $standing }

    Semuanya hak Anda: melihat dan mengambil, memperbaiki, membatasi, menarik persetujuan, atau menghapus. Tidak perlu alasan, dan tidak perlu menghubungi siapa pun.
my-data-none = belum ada
my-data-used = Data ini dipakai untuk mengirim pelajaran dan menghitung kemajuan.
my-data-restricted = ⏸ Anda sedang <b>membatasi</b> pemakaiannya: data disimpan saja, tidak ada yang dikirim atau dihitung.
my-data-withdrawn = ⏹ Persetujuan Anda sudah <b>ditarik</b>: tidak ada yang dikirim atau dihitung, dan data menunggu dihapus.
button-data-file = 📄 Lihat dan ambil semuanya
button-data-fix = ✏️ Perbaiki
button-data-restrict = ⏸ Batasi
button-data-release = ▶️ Lanjutkan lagi
button-data-withdraw = ⏹ Tarik persetujuan
button-data-agree-again = ▶️ Setuju lagi, lanjutkan
button-data-erase = 🗑 Hapus semua data saya
button-data-back = ← Data saya
button-data-mine = Data saya

data-fix =
    Apa yang mau diperbaiki?

    Nama dan pekerjaan bisa Anda ubah sendiri. Unit (sekarang: <b>{ $unit }</b>) dipindahkan oleh koordinator; kalau keliru, kirimkan pertanyaan kepadanya. Nama di sertifikat diperbaiki lewat /sertifikat.
button-data-name = Nama
button-data-role = Pekerjaan
button-data-unit = Tulis kepada koordinator
data-ask-name = Nama Anda di sini: <b>{ $name }</b>. Ketikkan nama yang benar, atau ketik <b>batal</b>.
data-name-set = Baik, { $you }. Nama Anda sudah diperbaiki.
data-role-set = Pekerjaan Anda sekarang tercatat: <b>{ $role }</b>. Pelajaran berikutnya menyesuaikan.
data-undone = Sudah dikembalikan seperti semula.

data-confirm-restrict =
    <b>Membatasi pemakaian data</b>

    Yang terjadi seketika:
    • Tidak ada lagi pelajaran, pengingat, atau pengumuman.
    • Anda tidak lagi muncul di daftar koordinator dan tidak dihitung dalam laporan berikutnya.
    • Data Anda tetap disimpan apa adanya. Sertifikat tetap berlaku.

    Bisa dilanjutkan lagi kapan saja dari /data_saya.
button-data-restrict-yes = Ya, batasi
data-is-restricted = ⏸ Baik. Data Anda sekarang disimpan saja: tidak ada yang dikirim atau dihitung. Kalau ingin belajar lagi, tekan tombol di bawah.
data-released = ▶️ Senang Anda kembali, { $you }. Pelajaran berjalan lagi seperti biasa.
data-role-first = Anda memegang peran koordinator atau admin. Serahkan dulu peran itu lewat /peran atau minta admin mencabutnya, lalu ulangi. Selama Anda bertanggung jawab atas orang lain, catatannya masih diperlukan.

data-confirm-withdraw =
    <b>Menarik persetujuan</b>

    Yang terjadi seketika:
    • Tidak ada lagi yang dikirim, dihitung, atau ditampilkan kepada koordinator.
    • Data Anda disimpan { $days } hari lagi, siapa tahu Anda berubah pikiran, lalu dihapus dengan sendirinya.
    • Selama itu Anda masih bisa mengambil datanya, menyetujui lagi, atau menghapusnya saat itu juga.

    Yang sudah dikerjakan sebelum ini tetap sah.
button-data-withdraw-yes = Ya, tarik persetujuan
data-is-withdrawn = ⏹ Persetujuan Anda sudah ditarik, dan semuanya berhenti. Data Anda dihapus dengan sendirinya { $days } hari lagi, kecuali Anda menyetujui lagi sebelum itu.

data-confirm-erase =
    <b>Menghapus semua data Anda</b>

    Yang dihapus dan <b>tidak bisa dikembalikan</b>: nama, nomor akun, unit, semua pelajaran dan jawaban, tugas, pertanyaan, cuti dan jeda, NIP, nama Anda di daftar pegawai yang ada di sini, peran, serta semua catatan pesan.

    Yang tetap ada, tanpa nama Anda:
    • Nomor sertifikat dan tanggalnya. Buku register tidak boleh bolong. Siapa pun yang memindai kodenya hanya diberi tahu bahwa data pemiliknya sudah dihapus.
    • Jejak siapa melakukan apa, dengan nomor acak yang tidak lagi menunjuk kepada siapa pun.
    • Jawaban yang pernah Anda tulis sebagai koordinator, pada orang yang bertanya, tanpa nama.

    Yang di luar jangkauan saya:
    • Pesan di obrolan ini milik Anda: hapus obrolannya sendiri bila perlu.
    • Cadangan dan catatan server, sampai masa simpannya habis.
    • Daftar pegawai di bagian kepegawaian. Kalau diimpor lagi, nama Anda bisa kembali ke daftar undangan.

    Mau menyimpan salinannya dulu? Kembali, lalu pilih “Lihat dan ambil semuanya”.
button-data-erase-yes = Ya, hapus semuanya
data-last-admin = Anda satu-satunya admin. Kalau data Anda dihapus sekarang, tidak ada lagi yang bisa mengurus bot ini. Jadikan orang lain admin dulu lewat /peran, lalu ulangi.
data-erased = <b>Selesai. Semua data Anda sudah dihapus.</b>

data-erased-certificates = • { $count } nomor sertifikat tetap tercatat, tanpa nama.
data-erased-announcements = • { $count } pengumuman Anda yang masih berjalan dihentikan.
data-erased-rest =
    • Jejak siapa melakukan apa tetap ada dengan nomor acak yang tidak menunjuk kepada siapa pun.
    • Angka di laporan dihitung ulang tanpa Anda.
    • Cadangan server menyusul sesuai masa simpannya.

    Catatan pesan ini pun ikut dihapus begitu terkirim. Terima kasih sudah belajar bersama. Kalau suatu hari ingin mulai lagi, tautan undangan cukup; semuanya akan mulai dari awal.

data-file-page = Semua data Anda, untuk dibaca. Buka dengan peramban.
data-file-json = Data yang sama untuk dibaca program lain (JSON).
data-page-title = Semua data Anda
data-page-intro = Inilah semua yang disimpan tentang Anda saat berkas ini dibuat, tabel demi tabel. Kolom bertuliskan “sealed” berisi data yang dikunci atau kode yang tidak boleh keluar; NIP yang tersimpan, jika ada, tertulis terbuka di atas. Isian teknis, yang tidak bercerita tentang siapa pun, ada di berkas JSON beserta arti setiap kolomnya.
data-page-yes = ya
data-page-no = tidak
data-page-empty = Tidak ada isinya

# --- Pemberitahuan yang diperbarui ---
notice-renewed =
    Halo, { $you }. Pemberitahuan tentang data Anda kami <b>perbarui</b>, jadi kami tanyakan lagi sebelum pelajaran berikutnya.

    <b>Yang berubah</b>
    { $changes }

    <b>Selengkapnya</b>
    { $points }

    Sebelum Anda menjawab, tidak ada yang saya kirim.
notice-changes =
    • Sekarang Anda bisa melihat, mengambil, memperbaiki, membatasi, dan menghapus data sendiri lewat /data_saya.
    • Masa simpannya sekarang tertulis.
    • Tertulis juga bahwa admin dapat mengunduh catatan belajar, termasuk jawaban, dan bahwa setiap unduhan tercatat.
button-notice-agree = Setuju, lanjutkan
button-notice-refuse = Saya tidak setuju
notice-agreed = Terima kasih, { $you }. { $next }

data-restricted-note = ⏸ Anda sedang membatasi pemakaian data Anda, jadi tidak ada yang saya kerjakan di sini. Mau lanjut lagi? Buka Data saya.
data-withdrawn-note = ⏹ Persetujuan Anda sudah ditarik, jadi tidak ada yang saya kerjakan di sini. Mau lanjut lagi, atau menghapus sekarang juga? Buka Data saya.
person-restricted = tidak ikut untuk sementara
person-notice = belum menjawab pemberitahuan yang baru; pelajaran menunggu

# --- Judul tabel di berkas ---
data-table-people = Anda sebagai peserta
data-table-consents = Persetujuan Anda
data-table-roles = Peran Anda
data-table-role-changes = Pergantian peran
data-table-takeovers = Pindah akun
data-table-invite-guesses = Kode undangan yang keliru
data-table-invites = Undangan yang Anda buat
data-table-roster-places = Anda di daftar pegawai
data-table-roster-removals = Nama yang dicabut dari daftar pegawai
data-table-roster-doubts = Nama yang perlu dicocokkan
data-table-learners = Jadwal belajar
data-table-enrolments = Jalur yang Anda ikuti
data-table-deliveries = Pelajaran yang dikirim
data-table-review-cards = Jadwal ulang tiap pertanyaan
data-table-reviews = Pertanyaan ulangan
data-table-track-choices = Jalur pilihan Anda
data-table-polls = Kuis di obrolan Anda
data-table-early-answers = Jawaban yang menunggu kuisnya dikenali
data-table-answers = Jawaban Anda
data-table-badges = Lencana
data-table-assessment-runs = Pengukuran per jalur
data-table-assessment-items = Pertanyaan pengukuran
data-table-survey-asks = Survei yang ditanyakan
data-table-survey-answers = Jawaban survei
data-table-leaves = Cuti, sakit, dan dinas
data-table-pauses = Jeda
data-table-nudges = Pengingat
data-table-practice-replies = Tugas yang Anda tulis
data-table-practice-questions = Pertanyaan Anda kepada koordinator
data-table-practice-drafts = Tulisan yang belum jelas maksudnya
data-table-certificate-holders = Isian untuk sertifikat
data-table-certificates = Sertifikat
data-table-certificate-sheets = Lembar sertifikat
data-table-inbox = Kiriman dari Anda (tanpa isinya)
data-table-outbox = Pesan kepada Anda
data-table-outbox-attempts = Percobaan pengiriman
data-table-chat-pace = Waktu pesan terakhir
data-table-announcements = Pengumuman yang Anda tulis
data-table-announcement-recipients = Pengumuman kepada Anda
data-table-announcement-approvals = Persetujuan atas pengumuman orang lain
data-table-digests = Laporan pekanan
data-table-exports = Ekspor yang Anda minta
data-table-roster-imports = Impor yang Anda kirim
data-table-roster-import-changes = Tempat Anda di daftar sebelum sebuah impor
data-table-web-links = Tautan ke halaman
data-table-web-sessions = Halaman yang sedang terbuka
data-table-stats-marks = Angka yang akan dihitung ulang
data-table-stats-people = Cara Anda dihitung
data-table-stats-person-days = Angka per hari
data-table-audit = Jejak tindakan
