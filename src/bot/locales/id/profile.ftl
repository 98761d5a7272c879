menu-materi = Pelajaran hari ini
menu-progres = Kemajuan saya
menu-latihan = Latihan singkat
menu-jeda = Jeda sebentar
menu-jadwal = Jam pelajaran
menu-bantuan = Bantuan dan lainnya
menu-statistik = Statistik
menu-undang = Undang peserta
