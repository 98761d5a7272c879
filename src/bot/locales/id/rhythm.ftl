button-rhythm = Sekali sepekan saja?
ask-rhythm-daily = Sekarang pelajaran datang setiap hari kerja, satu setiap kali. Kalau sinyal atau pekerjaan membuatnya sulit, bekal sepekan (paling banyak lima pelajaran) bisa datang sekaligus. Hari apa yang paling longgar?
ask-rhythm-weekly = Sekarang bekal sepekan datang sekaligus setiap hari <b>{ $day }</b>. Mau hari lain, atau kembali setiap hari kerja?
button-rhythm-daily = Setiap hari kerja
rhythm-daily = Siap. Pelajaran kembali datang setiap hari kerja, satu setiap kali. { $next }
rhythm-weekly = Siap. Mulai sekarang bekal sepekan datang sekaligus setiap hari <b>{ $day }</b>; bila libur, pada hari kerja terdekat di pekan itu. Anda punya waktu sepekan untuk menjawabnya. { $next }
