button-help-export = Ekspor
button-export-xlsx = Excel (XLSX)
button-export-csv = CSV (dalam ZIP)
button-export-xapi = Rekaman belajar (xAPI)
button-export-again = Coba lagi
button-export-link = Tautan unduh
button-export-fetch = Unduh
export-choose =
    <b>Ekspor data</b>

    Berkasnya berisi peserta, pelajaran yang dikirim, jawaban, soal, unit, dan catatan sertifikat, beserta arti tiap kolomnya. Di dalamnya ada data pribadi: simpan baik-baik, dan hapus bila tidak diperlukan lagi. Setiap ekspor dicatat.

    Bentuk mana yang Anda perlukan?
export-choose-units =
    <b>Ekspor data unit Anda</b>

    Berkasnya berisi peserta, pelajaran yang dikirim, unit, dan catatan sertifikat, beserta arti tiap kolomnya. Jawaban dan nilai tidak ikut, begitu pula pimpinan. Di dalamnya ada data pribadi: simpan baik-baik. Setiap ekspor dicatat.

    Bentuk mana yang Anda perlukan?
export-busy = Dua ekspor Anda masih berjalan. Tunggu salah satunya selesai dulu, ya.
export-asked = ⏳ { $format }: sedang disiapkan. Berkasnya datang di sini, jadi Anda bisa mengerjakan hal lain dulu.
export-running = ⏳ { $format }: { $done } dari { $total } baris.
export-done = ✅ { $format }: { $rows } baris, { $size }. Berkasnya ada di bawah pesan ini dan disimpan satu jam.
export-failed-not-allowed = Ekspor dihentikan: peran yang membolehkannya sudah dicabut. Kalau itu keliru, silakan hubungi admin di kantor Anda.
export-failed-no-address = Hasilnya lebih besar daripada yang diterima Telegram (50 MB), dan server ini belum punya alamat untuk mengunduhnya. Minta pengelola server mengisi PUBLIC_URL, atau pilih bentuk lain.
export-failed-too-large = Hasilnya terlalu besar untuk disimpan di sini. Pilih bentuk lain, atau minta pengelola server mengambilnya langsung dari basis data.
export-failed-broken = Maaf, ekspor ini gagal di tengah jalan. Sudah dicatat untuk pengelola server. Tidak ada berkas yang setengah jadi.
export-file = { $rows } baris. Arti tiap kolom ada di tabel <i>definitions</i>.
export-link = Berkasnya { $size }, terlalu besar untuk dikirim di sini. Tautan ini berlaku untuk satu kali unduh, sampai pukul { $until }. Jangan diteruskan: siapa pun yang membukanya mendapat berkasnya.
export-megabytes = { $size } MB
export-kilobytes = { $size } KB
export-people-person-id = Nomor acak seseorang; sama di semua tabel, dan tidak berarti apa-apa di luar sistem ini. Kosong: belum bergabung
export-people-name = Nama seperti ditulis orangnya, atau seperti di daftar pegawai
export-people-unit = Unit kerja
export-people-role = Jenis pekerjaan yang menentukan jalur belajarnya
export-people-state = joining: sedang bergabung; active: aktif; paused: sedang jeda; unreachable: tidak bisa dikirimi; moved_away: sudah pindah; not_joined: ada di daftar pegawai, belum bergabung
export-people-joined-on = Tanggal bergabung
export-people-last-seen-on = Tanggal terakhir kali menulis atau menekan sesuatu
export-people-on-roster = Ada di daftar pegawai
export-people-lessons-sent = Pelajaran yang sudah dikirim
export-people-lessons-done = Pelajaran yang kuisnya sudah dijawab
export-deliveries-delivery-id = Nomor pengiriman
export-deliveries-person-id = Penerimanya; lihat tabel people
export-deliveries-unit = Unit kerja penerimanya saat ini
export-deliveries-track = Jalur
export-deliveries-lesson = Pelajaran
export-deliveries-position = Urutan dalam jalur, dari 1
export-deliveries-due-on = Hari jatuhnya pelajaran, menurut waktu peserta
export-deliveries-sent-at = Kapan diterima Telegram, menurut waktu organisasi
export-deliveries-closed-at = Kapan dijawab atau dilewati
export-deliveries-state = open: belum dijawab; answered: sudah dijawab; skipped: dilewati; undelivered: tidak sampai
export-answers-answer-id = Nomor jawaban
export-answers-person-id = Yang menjawab; lihat tabel people
export-answers-question = Soal; lihat tabel items
export-answers-version = Versi soal; makna yang berubah membuat versi baru
export-answers-occasion = lesson: kuis pelajaran; review: pertanyaan ulang; assessment: tes awal atau akhir
export-answers-option = Kunci pilihan yang ditekan
export-answers-correct = Benar
export-answers-sure = Yakin dengan jawabannya; kosong: tidak ditanyakan
export-answers-answered-at = Kapan dijawab, menurut waktu organisasi
export-items-question = Soal
export-items-version = Versi soal
export-items-lesson = Pelajaran yang memuatnya
export-items-wording = Bunyi soal
export-items-key = Kunci pilihan yang benar
export-items-answers = Semua jawaban, termasuk pertanyaan ulang dan tes
export-items-correct = Yang benar di antaranya
export-items-first-answers = Jawaban pada kuis pelajaran, yaitu jawaban pertama seseorang
export-items-first-correct = Yang benar di antaranya
export-units-unit-id = Nomor acak unit
export-units-unit = Nama unit
export-units-parent = Unit di atasnya
export-units-sector = Sektor yang jalurnya diikuti; kosong: seperti unit di atasnya
export-units-people = Orang yang sudah bergabung dan belum pindah
export-units-roster-places = Nama di daftar pegawai unit ini
export-units-places-claimed = Di antaranya yang orangnya sudah bergabung
export-personnel-nip = NIP, bila orangnya mencantumkannya di sertifikat atau daftar pegawai memuatnya
export-personnel-name = Nama seperti tercetak di sertifikat
export-personnel-unit = Unit kerja seperti tercetak di sertifikat
export-personnel-track = Jalur
export-personnel-track-title = Nama jalur
export-personnel-started-on = Tanggal pelajaran pertama
export-personnel-completed-on = Tanggal jalur selesai
export-personnel-issued-on = Tanggal sertifikat
export-personnel-jp = Jam pelajaran; kosong: belum ditetapkan, atau bukan ASN
export-personnel-jp-basis = Dasar penetapan jam pelajaran
export-personnel-certificate-number = Nomor sertifikat
export-personnel-revoked-on = Tanggal sertifikat dicabut; kosong: berlaku
