learning-head =
    <b>Hasil belajar · { $unit }</b>
    { $period }
learning-empty = Belum ada yang dapat diukur. Angka pertama muncul setelah peserta menjawab pertanyaan pembuka dan menyelesaikan jalurnya.
learning-empty-then = Pada periode itu tidak ada yang diukur. Pilih periode yang lebih panjang, misalnya <b>Semua</b>.
learning-track =
    <b>{ $track }</b>
    Menjawab lengkap sebelum dan sesudah: { $people } dari { $asked } orang
learning-scores = Rata-rata tepat: { $before }% sebelum, { $after }% sesudah
learning-gain-none = Kenaikan ternormalisasi tidak dapat dihitung: sebelum belajar pun semuanya sudah tepat.
learning-gain-low = Kenaikan ternormalisasi: <b>{ $gain }</b> (rendah; selang 95%: { $low } sampai { $high })
learning-gain-medium = Kenaikan ternormalisasi: <b>{ $gain }</b> (sedang; selang 95%: { $low } sampai { $high })
learning-gain-high = Kenaikan ternormalisasi: <b>{ $gain }</b> (tinggi; selang 95%: { $low } sampai { $high })
learning-delayed = Sebulan kemudian: { $score }% tepat ({ $people } orang)
learning-few = Kurang dari { $least } orang: rinciannya tidak ditampilkan.
learning-attitude =
    <b>Sikap terhadap AI</b> (1 sampai 5, makin tinggi makin terbuka dan hati-hati)
    { $before } sebelum, { $after } sesudah ({ $people } orang)
learning-work =
    <b>AI dalam pekerjaan, hari belajar ke-{ $day }</b>
    Menjawab: { $answered } dari { $asked } ({ $share })
learning-work-option = { $option }: { $people } ({ $share })
learning-calibration =
    <b>Seberapa yakin</b>
    { $asked } jawaban dengan keterangan yakin atau ragu; yakin: { $sure }. Yakin tetapi keliru: <b>{ $sureWrong }</b> dari { $sure } ({ $share })
button-learning = Hasil belajar
button-learning-units = Per unit
button-stats = Statistik
ask-learning-unit = Hasil belajar unit mana? Unit di bawahnya ikut dihitung.
button-all-units = Semua unit
