menu-materi = Pelajaran hari ini
menu-progres = Kemajuan saya
menu-cari = Cari di pelajaran
menu-jeda = Jeda sebentar
menu-jadwal = Jam pelajaran
menu-bantuan = Bantuan dan lainnya
menu-statistik = Statistik
menu-undang = Undang peserta
