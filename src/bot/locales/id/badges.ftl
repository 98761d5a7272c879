badges-earned =
    { $count ->
        [1] Sebuah lencana untuk bukit Anda:
       *[other] Beberapa lencana untuk bukit Anda:
    }
    { $badges }
badge-named = <b>{ $badge }</b>: { $reason }
badge-begun = Batu pertama
badge-for-begun = pelajaran pertama sudah dijawab.
badge-corrected = Kini tahu
badge-for-corrected = yang dulu keliru, hari ini dijawab benar.
badge-steady = Dua pekan setia
badge-for-steady = sepuluh hari kerja belajar tanpa terlewat.
badge-practised = Rajin mengulang
badge-for-practised = dua puluh pertanyaan lama sudah dijawab lagi.
badge-finished = Jalur tuntas
badge-for-finished = satu jalur belajar selesai dilalui.
badge-returned = Kembali lagi
badge-for-returned = sesudah lama istirahat, belajar disambung lagi.
