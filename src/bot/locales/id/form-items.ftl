button-form-items = Soal tes
button-form-list = Daftar soal tes
form-items-title = Analisis soal tes
form-items =
    <b>Analisis soal tes</b> · { $track }
    Perlu dilihat: { $flagged } dari { $total } soal. Belum cukup jawaban: { $few }.
    { $when }
form-items-none = Jalur ini tidak punya soal tes.
form-name-a = Tes A
form-name-b = Tes B
form-name-delayed = Tes sebulan kemudian
form-mark-a = A{ $position }
form-mark-b = B{ $position }
form-mark-delayed = S{ $position }
form-right = { $right } dari { $people } benar ({ $share })
form-sum = <b>{ $name }</b>: sebelum { $before }; sesudah { $after }
form-sum-delayed = <b>{ $name }</b>: { $after }
form-item-line =
    { $number }. <b>{ $flags }</b> · { $mark } · { $text }
    { $after }
form-item-line-both =
    { $number }. <b>{ $flags }</b> · { $mark } · { $text }
    sesudah { $after }; sebelum { $before }
form-occasion-before = <b>Sebelum belajar</b>
form-occasion-after = <b>Sesudah belajar</b>
form-occasion-delayed = <b>Sebulan kemudian</b>
form-item-card =
    <b>{ $flags }</b>
    { $track } · { $form }, soal { $position }

    <b>{ $question }</b>

    { $occasions }

    { $version }

    { $advice }
# Di dalam gambar
picture-form-share = Benar sesudah belajar (makin ke kanan makin mudah)
