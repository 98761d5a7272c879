lesson-place = Pelajaran { $position } dari { $total }
lesson-catch-up = Beberapa hari ini pelajaran sempat tertunda. Kita lanjutkan dari sini, cukup satu.
lesson-task = Coba hari ini
lesson-source = Sumber
button-skip = Lewati pelajaran ini
lesson-skipped = Baik, pelajaran itu dilewati. { $next }
nothing-to-skip = Pelajaran itu sudah selesai.
first-answer =
    Batu pertama terpasang di bukit Anda, { $you }. 🪨

    { $next }
track-done = Semua { $total } pelajaran sudah Anda lalui, { $you }. Bukit Anda berdiri. 🪨 Terima kasih sudah setia, sedikit demi sedikit.
today-done =
    Pelajaran hari ini sudah selesai. { $next }

    Ingin lanjut sekarang? Boleh.
button-next-lesson = Ambil pelajaran berikutnya
no-lessons = Belum ada pelajaran untuk Anda. Begitu ada, saya kabari.
