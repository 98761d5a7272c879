progress-title =
    <b>Bukit { $you }</b>
    { $track }
progress =
    { $answered } dari { $total } pelajaran dijawab{ $skipped ->
        [0] {""}
       *[other] , { $skipped } dilewati
    }
    { $correct } jawaban langsung benar
    { $asked ->
        [0] Pertanyaan yang Anda jawab akan diulang supaya tetap ingat
       *[other] { $remembered } dari { $asked } pertanyaan benar saat terakhir ditanya
    }
    { $streak ->
        [0] Beruntun: mulai dari pelajaran berikutnya
       *[other] Beruntun: { $streak } hari kerja
    }
progress-badges = Lencana: { $badges }
progress-paused = Sedang jeda { $until }.
progress-none = Belum ada batu yang terpasang, { $you }. { $next }
progress-file = bukit.png
# Di dalam gambar
picture-hill = Bukit { $you }
picture-of = { $part } dari { $whole }
picture-answered =
    { $skipped ->
        [0] pelajaran dijawab
       *[other] dijawab, { $skipped } dilewati
    }
picture-correct = langsung benar{ $share }
picture-days =
    { $streak ->
        [0] Mulai lagi
       *[other] { $streak } hari kerja
    }
picture-streak = beruntun
picture-remembered = benar saat terakhir ditanya
picture-none-yet = Belum ada
