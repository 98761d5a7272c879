# --- Jeda dan lanjut ---
ask-pause = Mau jeda berapa lama? Selama jeda saya diam, dan tidak ada yang menumpuk.
button-pause-1 = Hari ini saja
button-pause-3 = 3 hari
button-pause-7 = 1 minggu
button-pause-14 = 2 minggu
button-pause-open = Sampai saya kembali
paused-until = Baik, { $you }. Saya diam sampai <b>{ $until }</b>. { $next } Ingin kembali lebih cepat? Ketik /lanjut.
paused-open = Baik, { $you }. Saya diam sampai Anda mengetik /lanjut.
pause-unclear = Berapa lama? Tulis misalnya <b>/jeda 3 hari</b>, dari 1 sampai 90 hari, atau pilih di bawah ini.
resumed = Selamat datang kembali, { $you }. { $next }
not-paused = Anda tidak sedang jeda, { $you }. { $next }
pause-until-open = sampai Anda mengetik /lanjut
pause-until-day = sampai { $day }
stopped =
    Baik, { $you }. Saya berhenti mengirim apa pun. Kalau suatu hari ingin melanjutkan, ketik /lanjut: semua yang sudah Anda pelajari masih tersimpan.

# --- Jadwal dan bahasa ---
ask-hour = Pelajaran datang setiap hari kerja pukul <b>{ $hour }</b>. Pukul berapa yang paling nyaman bagi Anda?
hour-set = Siap. Mulai sekarang pelajaran datang pukul <b>{ $hour }</b>. { $next }
hour-noted = Siap, saya catat: pukul <b>{ $hour }</b>. { $next }
hour-unclear = Maaf, jam itu belum saya pahami. Tulis misalnya <b>/jadwal 10.30</b>, antara 07.00 dan 17.59, atau pilih di bawah ini.
ask-language = Pilih bahasa:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Siap, mulai sekarang dalam bahasa Indonesia.
