menu-materi = Today's lesson
menu-progres = My progress
menu-cari = Search the lessons
menu-jeda = Pause for a while
menu-jadwal = Hour of the lesson
menu-bantuan = Help and more
menu-statistik = Statistics
menu-undang = Invite people
