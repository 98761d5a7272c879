button-item-stats = Analisis soal
button-item-tracks = Pilih jalur
button-item-list = Daftar soal
button-item-lesson = Pelajarannya
button-item-previous = ‹ Sebelumnya
button-item-next = Berikutnya ›
item-stats-title = Analisis soal
item-stats-all-tracks = semua jalur
item-stats =
    <b>{ $title }</b> · { $track }
    Perlu dilihat: { $flagged } dari { $total } soal. Belum cukup jawaban: { $few }.
    { $when }
item-stats-at = Dihitung { $when }, dari jawaban pertama tiap orang.
item-stats-never = Belum pernah dihitung. Hitungan pertama selesai beberapa saat setelah jawaban masuk.
item-stats-none = Jalur ini tidak punya soal.
item-stats-line =
    { $number }. <b>{ $flags }</b> · { $text }
    { $facts }
item-facts = { $right } dari { $people } benar ({ $share }), daya beda { $correlation }
item-facts-apart = { $right } dari { $people } benar ({ $share }), daya beda belum ada
item-facts-none = belum ada jawaban pertama
item-flag-check-key = Periksa kunci
item-flag-revise = Tulis ulang
item-flag-dead = Ganti pilihan
item-flag-few = Jawaban kurang
item-flag-fine = Baik
item-file = analisis-soal.png
ask-item-track = Soal jalur mana yang ingin dilihat?
item-gone = Soal ini tidak ada lagi dalam materi yang berlaku.
item-card =
    <b>{ $flags }</b>
    { $track } · pelajaran { $position }: { $lesson }

    <b>{ $question }</b>

    { $options }

    { $figures }

    { $advice }
item-option-right =
    ✓ { $text }
    { $use }
item-option-wrong =
    ✗ { $text }
    { $use }
item-option-use = { $people } orang ({ $share })
item-option-groups = { $people } orang ({ $share }); kelompok atas { $upper }, bawah { $lower }
item-facility = <b>Benar:</b> { $right } dari { $people } ({ $share }; selang 95%: { $low } sampai { $high }), { $difficulty }
item-difficulty-hard = sukar
item-difficulty-medium = sedang
item-difficulty-easy = mudah
item-later = Di antaranya, { $later } orang pertama kali menjumpainya sebagai pertanyaan ulang.
item-discrimination = <b>Daya beda:</b> { $correlation } (selang 95%: { $low } sampai { $high }), dari { $scored } orang yang menjawab cukup banyak soal lain
item-discrimination-flat = <b>Daya beda:</b> tidak dapat dihitung, karena semua jawabannya atau semua nilainya sama ({ $scored } orang)
item-discrimination-none = <b>Daya beda:</b> belum ada yang menjawab cukup banyak soal lain di jalur ini
item-groups = <b>27% teratas dan terbawah</b> ({ $group } orang masing-masing): benar { $upper } lawan { $lower }, selisih { $by } poin (selang 95%: { $low } sampai { $high })
item-certainty = <b>Yakin tetapi keliru:</b> { $sureWrong } dari { $sure } yang yakin ({ $share }); yang ditanya seberapa yakin: { $asked } orang
item-version = <b>Versi { $version }</b>, sejak { $since }. { $when }
item-earlier = Versi { $version }: { $facts }
item-do-check-key = <b>Periksa kunci.</b> Yang banyak benar di soal lain justru lebih sering salah di sini. Cocokkan kuncinya dengan isi pelajaran. Kalau kuncinya sudah tepat, cari kata yang menyesatkan orang yang paham.
item-do-check-key-lure = <b>Periksa kunci.</b> Yang banyak benar di soal lain justru lebih sering salah di sini, dan lebih suka memilih “{ $lure }”. Kalau pilihan itu bisa dibenarkan, ubah kuncinya atau kalimatnya.
item-do-revise = <b>Tulis ulang.</b> Yang paham dan yang belum paham hampir sama seringnya benar di sini. Perjelas pertanyaannya, dan ambil pilihan yang salah dari kekeliruan yang sungguh terjadi.
item-do-revise-easy = <b>Tulis ulang.</b> Soal ini terlalu mudah untuk membedakan yang paham dari yang belum. Naikkan tuntutannya, atau buat pilihan yang salah lebih masuk akal.
item-do-dead = <b>Ganti pilihan.</b> Hampir tidak ada yang memilih { $options }. Ganti dengan kekeliruan yang sering Anda dengar dari peserta.
item-do-few = <b>Tunggu dulu.</b> Baru { $scored } dari { $least } orang yang dapat dibandingkan. Angka di atas belum cukup kuat untuk mengubah soal.
item-do-fine = <b>Biarkan.</b> Soal ini membedakan yang paham dari yang belum paham.
item-do-fine-rule = <b>Biarkan.</b> Hampir semua benar, dan memang itu yang diharapkan: soal ini menguji aturan emas.
item-quoted = “{ $text }”
# Di dalam gambar
picture-item-share = Persentase yang benar (makin ke kanan makin mudah)
picture-item-apart = Daya beda: makin tinggi, makin membedakan yang paham
picture-item-key = periksa kunci
picture-item-revise = tulis ulang
picture-item-fair = cukup
picture-item-good = baik
picture-item-plain = boleh dibiarkan
picture-item-doubtful = perlu dilihat
picture-item-faint = belum cukup jawaban (kurang dari { $least } orang)
picture-item-note = Satu tanda adalah satu soal; yang bernomor ada dalam daftar. Daya beda menunjukkan seberapa jauh yang banyak benar di soal lain juga benar di soal ini.
picture-item-sums = { $track } · { $flagged } dari { $total } soal perlu dilihat
item-stats-no-period = Analisis soal memakai semua jawaban pertama sejak kalimat soal itu terbit, jadi “{ $typed }” tidak berlaku di sini. Cukup <code>/statistik soal</code>; jalurnya dipilih dengan tombol. Untuk satu periode, lihat misalnya <code>/statistik pelajaran bulan ini</code> atau <code>/statistik pelajaran 1-15 November</code>.
