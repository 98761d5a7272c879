# Pertanyaan pembuka, penutup, dan sebulan kemudian
assessment-before-first =
    { $items ->
        [1] Satu pertanyaan pembuka, sebelum pelajarannya.
       *[other] { $items } pertanyaan pembuka, sebelum pelajarannya.
    } Ini bukan ujian: jawab saja setahu Anda sekarang. Beberapa hari pertama ada satu dua lagi; di akhir kita lihat bersama seberapa jauh Anda melangkah. Koordinator tidak melihat jawabannya.
assessment-before =
    { $items ->
        [1] Satu pertanyaan pembuka hari ini, setahu Anda saja.
       *[other] { $items } pertanyaan pembuka hari ini, setahu Anda saja.
    }
assessment-after-first =
    Pelajarannya sudah selesai, sekarang pertanyaan penutup: dua setiap kali, beberapa hari saja. Seperti pertanyaan pembuka dulu, ini bukan ujian, dan koordinator tidak melihat hasilnya.
assessment-after =
    { $items ->
        [1] Satu pertanyaan penutup hari ini.
       *[other] { $items } pertanyaan penutup hari ini.
    }
assessment-delayed-first =
    Sudah sebulan sejak pelajaran itu selesai. Lima pertanyaan, dibagi beberapa hari: apa yang masih melekat?
assessment-delayed =
    { $items ->
        [1] Satu pertanyaan lagi: apa yang masih melekat?
       *[other] { $items } pertanyaan lagi: apa yang masih melekat?
    }
assessment-before-done = Terima kasih, { $you }: semua pertanyaan pembuka sudah dijawab. Jawabannya kita buka nanti, setelah pelajarannya selesai.
assessment-after-done = Terima kasih, { $you }. Pertanyaan penutup <b>{ $track }</b>: { $correct } dari { $items } tepat.
assessment-compared =
    Terima kasih, { $you }. Begini langkah Anda di <b>{ $track }</b>:

    Sebelum belajar: { $before } dari { $items } tepat
    Sesudahnya: { $correct } dari { $items } tepat

    Koordinator tidak melihat angka ini.
assessment-delayed-done = Terima kasih, { $you }. Sebulan kemudian, { $correct } dari { $items } masih melekat.
assessment-known =
    { $you }, semua { $items } pertanyaan pembuka <b>{ $track }</b> Anda jawab tepat sebelum pelajarannya datang. Isinya tampaknya sudah Anda kuasai.

    Anda boleh melewati sisanya dan langsung ke jalur berikutnya, atau tetap mengikuti.
button-leave-known = Lewati sisanya
button-keep-known = Tetap ikuti
known-left = Baik, sisa <b>{ $track }</b> dilewati. Kalau berubah pikiran, jalur ini bisa diambil lagi.
known-kept = Baik, <b>{ $track }</b> dilanjutkan seperti biasa.
known-stale = Tawaran itu sudah tidak berlaku; tidak ada yang berubah.
button-take-back = Ambil lagi
# Seberapa yakin
confidence-sure = yakin
confidence-unsure = masih ragu
feedback-right-sure = <b>Tepat.</b> { $explanation }
feedback-right-unsure =
    <b>Tepat</b>, walau tadi masih ragu. { $explanation }

    Pertanyaan ini datang lagi agak lebih cepat, supaya mantap.
feedback-wrong-sure =
    Kali ini belum tepat. Yang benar: <b>{ $right }</b>. { $explanation }

    Yakin tetapi keliru itu biasa, dan justru berguna untuk diketahui. Pertanyaan ini datang lagi pada hari kerja berikutnya.
feedback-wrong-unsure =
    Belum tepat. Yang benar: <b>{ $right }</b>. { $explanation }

    Ragu Anda tadi beralasan. Pertanyaan ini datang lagi pada hari kerja berikutnya.
# Survei
survey-attitude-before = Lima pernyataan, satu ketukan masing-masing. Tidak ada jawaban benar atau salah; jawaban Anda hanya dihitung bersama jawaban orang lain.
survey-attitude-after = Lima pernyataan yang sama seperti waktu itu. Bagaimana menurut Anda sekarang?
survey-statement =
    { $number } dari { $count } · { $question }

    <b>{ $statement }</b>
survey-work = Satu ketukan saja, supaya kami tahu apakah pelajaran ini terasa di pekerjaan. Jawaban Anda hanya dihitung bersama jawaban orang lain.
survey-attitude-done = Terima kasih. Pendapat Anda tercatat.
survey-work-done = Terima kasih. Jawaban Anda tercatat.
survey-declined = Baik, dilewati. Terima kasih.
button-survey-decline = Tidak kali ini
