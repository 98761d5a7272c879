# --- Tangga pengingat: langkah pertama, di hari pelajarannya ---
nudge-gentle-a =
    { $day ->
        [today] { $you }, pelajaran hari ini masih menunggu. Tiga menit, lalu satu pertanyaan.
       *[other] { $you }, pelajaran <b>{ $lesson }</b> menunggu Anda sejak { $since }. Tiga menit, lalu satu pertanyaan.
    }
nudge-gentle-b = Sekadar mengingatkan, { $you }: <b>{ $lesson }</b> masih menunggu. Cukup tiga menit, di sela pekerjaan pun bisa.
nudge-gentle-c = { $you }, kalau hari ini ada waktu luang sebentar, <b>{ $lesson }</b> pas untuk mengisinya. Kalau belum sempat, tidak apa-apa.
nudge-gentle-d = Permisi sebentar, { $you }. <b>{ $lesson }</b> masih menunggu jawaban Anda. Keliru pun tidak apa-apa; dari situ kita belajar.
nudge-gentle-e = { $you }, beberapa pelajaran sudah Anda lalui, dan <b>{ $lesson }</b> tinggal dibuka. Kita lanjut sebentar?
# --- Hari kerja kedua ---
nudge-fresh-a =
    { $you }, pelajaran <b>{ $lesson }</b> menunggu Anda sejak { $since }. Tidak menumpuk, hanya satu itu. Mulai dari sana kapan pun sempat.
nudge-fresh-b = { $you }, hari kerja memang bisa padat. Kalau hanya ada lima menit, tekan <b>Lima menit saja</b>: yang ringan dulu, selebihnya menunggu.
nudge-fresh-c = Apa kabar, { $you }? Kalau <b>{ $lesson }</b> terasa panjang untuk hari ini, mulai dari yang ringan saja. Lima menit sudah cukup.
nudge-fresh-d = { $you }, tidak ada yang perlu dikejar. Satu langkah kecil hari ini sudah berarti, dan tombol di bawah mengantarkannya ke sini.
nudge-fresh-e = { $you }, sebelum akhir pekan: luangkan lima menit untuk <b>{ $lesson }</b> supaya pekan ini ditutup dengan ringan.
# --- Hari kerja keempat: satu pertanyaan lama, bukan pelajaran ---
nudge-review-a = { $you }, hari ini tidak perlu pelajaran dulu. Cukup satu pertanyaan dari yang pernah Anda pelajari, di bawah ini.
nudge-review-b = Satu pertanyaan ringan saja hari ini, { $you }, untuk menyegarkan ingatan. Pelajarannya menunggu dengan tenang.
nudge-review-c = { $you }, masih ingat yang ini? Jawab satu pertanyaan di bawah, dan untuk hari ini sudah cukup.
nudge-review-d = Anggap saja pemanasan, { $you }: satu pertanyaan dari pelajaran yang lalu. Koordinator tidak melihat jawabannya.
# --- Jeda dengan sendirinya ---
nudge-pause-a = { $you }, tampaknya hari-hari ini sedang padat. Saya diam dulu supaya tidak mengganggu. <b>{ $lesson }</b> saya simpan; satu ketukan di bawah, dan kita lanjut.
nudge-pause-b = Saya jeda dulu, { $you }. Tidak ada yang hilang dan tidak ada yang menumpuk. Kapan pun Anda siap, tekan tombol di bawah.
nudge-pause-c = { $you }, mulai hari ini saya diam dulu. Yang sudah Anda pelajari tetap tersimpan, dan tempat Anda tetap ada. Tombol di bawah membukanya lagi.
nudge-pause-d = Mungkin sekarang belum waktunya, { $you }, dan itu tidak apa-apa. Pelajaran saya jeda sampai Anda kembali; cukup satu ketukan.
# --- Selain tangga itu ---
nudge-asked = { $you }, koordinator Anda mengajak meneruskan <b>{ $lesson }</b> yang menunggu sejak { $since }. Tiga menit cukup. Yang beliau lihat hanya bahwa Anda ikut, bukan jawabannya.
nudge-over = Ini pengingat lama; tidak ada lagi yang perlu Anda lakukan di sini.
button-send-again = Kirim pelajarannya
button-way-back = Lima menit saja
button-unremind = Jangan ingatkan saya
button-remind-again = Ingatkan saya lagi
unreminded = Baik, { $you }. Mulai sekarang saya tidak mengingatkan lagi. Pelajaran tetap datang seperti biasa. Kalau berubah pikiran, tekan tombol di bawah, atau kapan saja lewat /jadwal.
reminded-again = Siap, { $you }. Kalau ada pelajaran yang tertunda, saya ingatkan lagi, paling banyak sekali sehari.
back-by-answer = Senang bertemu lagi, { $you }. Jedanya saya akhiri, dan kita lanjut dari sini. { $next }
# --- Untuk koordinator ---
paused-note =
    { $count ->
        [1] { $you }, ada satu orang di unit Anda yang beberapa hari ini belum sempat menjawab. Pelajarannya saya jeda dulu.
       *[other] { $you }, ada { $count } orang di unit Anda yang beberapa hari ini belum sempat menjawab. Pelajaran mereka saya jeda dulu.
    }
paused-note-names =
    { $more ->
        [0] { $names }
       *[other] { $names }, dan { $more } lagi
    }
paused-note-leaders = Di antaranya { $leaders } pimpinan, yang namanya tidak saya sebut.
paused-note-end = Yang bersangkutan sudah saya beri tahu, dan bisa kembali dengan satu ketukan. Sapaan langsung dari Anda biasanya lebih berarti daripada pesan saya.
