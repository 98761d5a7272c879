nudge-first = { $you }, pelajaran hari ini masih menunggu. Tiga menit, lalu satu pertanyaan.
nudge-waiting =
    { $you }, satu pelajaran menunggu Anda sejak { $since }: { $lesson }. Tidak menumpuk, hanya satu itu. Mulai dari sana kapan pun sempat.
nudge-last = { $you }, pelajaran sejak { $since } masih saya simpan: { $lesson }. Saya tidak akan mengingatkan lagi. Ketik /materi kapan pun Anda ingin lanjut.
nudge-over = Pengingat ini sudah tidak berlaku.
button-send-again = Kirim pelajarannya
