# --- Jadwal dan bahasa ---
ask-hour = Pelajaran datang setiap hari kerja pukul <b>{ $hour }</b>. Pukul berapa yang paling nyaman bagi Anda?
hour-set = Siap. Mulai sekarang pelajaran datang pukul <b>{ $hour }</b>. { $next }
hour-noted = Siap, saya catat: pukul <b>{ $hour }</b>. { $next }
hour-unclear = Maaf, jam itu belum saya pahami. Tulis misalnya <b>/jadwal 10.30</b>, antara 07.00 dan 17.59, atau pilih di bawah ini.
ask-language = Pilih bahasa:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Siap, mulai sekarang dalam bahasa Indonesia.
