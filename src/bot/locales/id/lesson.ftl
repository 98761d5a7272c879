lesson-place = Pelajaran { $position } dari { $total }
lesson-case = Kasus bulan ini
lesson-catch-up = Beberapa hari ini pelajaran sempat tertunda. Kita lanjutkan dari sini, cukup satu.
lesson-week = Bekal pekan ini: { $lessons } pelajaran. Buka satu per satu, kapan saja sempat.
lesson-task = Coba hari ini
lesson-source = Sumber
button-skip = Lewati pelajaran ini
lesson-skipped = Baik, pelajaran itu dilewati. { $next }
nothing-to-skip = Pelajaran itu sudah selesai.
first-answer =
    Batu pertama terpasang di bukit Anda, { $you }. 🪨

    { $next }
track-done =
    Semua { $total } pelajaran <b>{ $track }</b> sudah Anda lalui, { $you }. Bukit Anda berdiri. 🪨 Terima kasih sudah setia, sedikit demi sedikit.

    { $next }
today-done =
    Pelajaran hari ini sudah selesai. { $next }

    Ingin lanjut sekarang? Boleh.
button-next-lesson = Ambil pelajaran berikutnya
no-lessons = Belum ada pelajaran untuk Anda. Begitu ada, saya kabari.
lesson-reviews =
    { $waiting ->
        [0] Sesudah kuis di bawah: { $count } pertanyaan lama, supaya tetap ingat.
       *[other] Sesudah kuis di bawah: { $count } pertanyaan lama. Masih ada { $waiting } lagi; saya bagi ke hari-hari berikutnya, tidak sekaligus.
    }
reviews =
    { $count ->
        [1] Satu pertanyaan dari pelajaran yang lalu, supaya tetap ingat.
       *[other] { $count } pertanyaan dari pelajaran yang lalu, supaya tetap ingat.
    }
practice =
    { $count ->
        [1] Baru satu pertanyaan yang bisa diulang. Silakan.
       *[other] { $count } pertanyaan untuk dilatih sekarang. Silakan, tidak perlu terburu-buru.
    }
nothing-to-practise = Belum ada yang bisa diulang: pertanyaan yang pernah Anda temui masih menunggu di atas, atau pelajaran pertama belum dijawab. Ketik /materi untuk pelajaran hari ini.
all-had = Semua pelajaran untuk Anda sudah dilalui. Pelajaran baru datang sendiri begitu ada; sambil menunggu, mari berlatih sebentar.
button-practice = Latihan
