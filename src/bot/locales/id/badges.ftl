badges-earned =
    { $count ->
        [1] Sebuah lencana untuk bukit Anda:
       *[other] Beberapa lencana untuk bukit Anda:
    }
    { $badges }
badge-named = <b>{ $badge }</b>: { $reason }
badge-first_lesson = Batu pertama
badge-for-first_lesson = pelajaran pertama sudah dijawab.
badge-came_right = Kini tahu
badge-for-came_right = yang dulu keliru, hari ini dijawab benar.
badge-fortnight = Dua pekan setia
badge-for-fortnight = sepuluh hari kerja belajar tanpa terlewat.
badge-twenty_reviews = Rajin mengulang
badge-for-twenty_reviews = dua puluh pertanyaan lama sudah dijawab lagi.
badge-track_done = Jalur tuntas
badge-for-track_done = satu jalur belajar selesai dilalui.
badge-came_back = Kembali lagi
badge-for-came_back = sesudah lama istirahat, belajar disambung lagi.
