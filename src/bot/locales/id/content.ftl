menu-kelola_materi = Kelola materi
content =
    <b>Materi yang sedang berlaku</b>

    { $tracks } jalur · { $lessons } pelajaran · { $questions } soal
    Perubahan isi terakhir: { $since }

    Pilih jalur untuk melihat isinya.
content-never = belum tercatat
content-track =
    <b>{ $title }</b>
    { $whom }

    { $description }

    Pelajaran { $first }–{ $last } dari { $total }:
content-for-all = Untuk semua peserta
content-for-rest = Untuk yang sudah melalui semua pelajaran, satu setiap bulan
content-for-role = Untuk peran { $name }
content-for-sector = Untuk sektor { $name }
content-lesson =
    <b>{ $title }</b>
    { $track } · pelajaran { $position } dari { $total }

    <b>Tujuan:</b> { $objective }
    <b>Kompetensi:</b> { $competence }
    <b>Ditinjau:</b> { $reviewed }
    <b>Isi:</b> { $words } kata, { $questions } soal
    <b>Versi:</b> <code>{ $version }</code>, sejak { $since }

    <b>Hasil sejauh ini</b>
    Sampai ke { $delivered } orang
    Dijawab { $answered } · Dilewati { $skipped } · Terbuka { $open }
    Langsung benar: { $right }

    <b>Per soal</b>
    { $list }
content-right = { $right } dari { $answered } ({ $share })
content-no-answer = belum ada jawaban
content-question =
    { $number }. { $text }
    → { $right }
content-question-reworded =
    { $number }. { $text }
    → { $right }; dengan kalimat lama { $before }
content-more-questions = … dan { $more } soal lagi
content-gone = Tombol ini sudah tidak berlaku: pelajarannya tidak ada lagi dalam materi yang berlaku. Buka lagi dengan /kelola_materi.
preview-mark = Pratinjau: jawaban Anda tidak dihitung.
button-content-reload = Muat ulang materi
button-content-tracks = Semua jalur
button-content-previous = ‹ Sebelumnya
button-content-next = Berikutnya ›
button-content-back = Kembali ke jalur
button-content-send = Kirim ke saya
