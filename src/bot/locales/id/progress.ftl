progress =
    <b>Bukit { $you }</b>
    { $track }

    { $hill }
    { $answered } dari { $total } pelajaran dijawab{ $skipped ->
        [0] {""}
       *[other] , { $skipped } dilewati
    }
    { $correct } jawaban langsung benar
    { $streak ->
        [0] Beruntun: mulai lagi dari pelajaran berikutnya
        [1] Beruntun: 1 hari belajar
       *[other] Beruntun: { $streak } hari belajar
    }

    { $next }
progress-paused = Sedang jeda { $until }.
progress-none = Belum ada batu yang terpasang, { $you }. { $next }
