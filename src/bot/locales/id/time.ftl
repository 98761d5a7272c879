when-day = { $weekday }, { $date }, pukul { $hour }
when-today = hari ini pukul { $hour }
when-tomorrow = besok pukul { $hour }
# Apa yang datang berikutnya, sebagai kalimat
next-due = Pelajaran berikutnya datang { $when }.
next-open = Masih ada pelajaran yang menunggu jawaban Anda; ketik /materi untuk membukanya lagi.
next-open-below = Masih ada pelajaran yang menunggu jawaban Anda; tombol di bawah membukanya lagi.
next-return = Pelajaran menunggu sampai Anda mengetik /lanjut.
next-rest = Mulai sekarang, dua kali seminggu, datang beberapa pertanyaan lama supaya yang sudah Anda kuasai tetap melekat, dan sebulan sekali satu kasus dari pekerjaan sehari-hari.
since-today = hari ini
since-yesterday = kemarin
since-day = hari { $weekday }
since-date = { $date }
