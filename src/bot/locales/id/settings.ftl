# --- Jadwal dan bahasa ---
ask-hour =
    Pelajaran datang setiap hari kerja pukul <b>{ $hour }</b>, waktu { $zone }. Jam tenang Anda: { $quiet }; selama itu saya tidak menulis lebih dulu.

    Pukul berapa yang paling nyaman bagi Anda? Jam lain boleh ditulis: <b>/jadwal 10.30</b>.
hour-set = Siap. Mulai sekarang pelajaran datang pukul <b>{ $hour }</b>. { $next }
hour-noted = Siap, saya catat: pukul <b>{ $hour }</b>. { $next }
hour-unclear = Maaf, jam itu belum saya pahami. Satu hari dari 00.00 sampai 23.59: tulis misalnya <b>/jadwal 10.30</b>, atau pilih di bawah ini.
hour-in-quiet = Pukul { $hour } ada di dalam jam tenang ({ $quiet }), jadi pelajaran tidak akan datang saat itu. Pilih jam lain, atau ubah dulu jam tenangnya.
hour-instead = Pukul { $hour } saja
button-quiet = Jam tenang
button-zone = Zona waktu
ask-quiet =
    Jam tenang Anda sekarang: <b>{ $quiet }</b>. Selama itu saya tidak menulis lebih dulu; kalau Anda yang bertanya, saya tetap menjawab.

    Pilih di bawah, atau tulis misalnya <b>/jadwal tenang 20.00-06.00</b>.
quiet-unclear = Maaf, jam itu belum saya pahami. Tulis kapan mulai tenang dan sampai kapan, misalnya <b>/jadwal tenang 20.00-06.00</b>.
quiet-within-a-day = Jam tenang melewati malam, misalnya <b>20.00-06.00</b>; jeda di tengah hari belum bisa. Supaya pelajaran tidak datang siang, pilih jam belajar pagi atau sore.
quiet-too-long = Dengan jam tenang sepanjang itu tidak tersisa satu jam pun untuk belajar. Sisakan paling sedikit satu jam.
quiet-around-hour = Pelajaran Anda pukul { $hour }, padahal jam tenangnya { $quiet }. Keduanya tidak bisa bersama. Pindahkan jam belajarnya, atau pilih jam tenang yang lain.
quiet-none = tidak ada
quiet-set = Siap. Jam tenang Anda: <b>{ $quiet }</b>. Pelajaran tetap pukul { $hour }. { $next }
quiet-write = Tulis jam tenangnya, misalnya <b>20.00-06.00</b>. Tidak jadi? Tulis <b>batal</b>.
button-quiet-office = Ikut jam kantor
quiet-and-hour = Ya, dan pelajaran pukul { $hour }
button-write-hours = Tulis jam lain
ask-zone = Jam Anda sekarang mengikuti <b>{ $zone }</b>. Anda berada di zona mana?
zone-unclear = Zona itu belum saya kenal. Tulis <b>WIB</b>, <b>WITA</b>, <b>WIT</b>, atau nama seperti <b>Asia/Jakarta</b>.
zone-set = Siap. Jam Anda sekarang { $zone }; di sana pukul { $clock }. Pelajaran tetap pukul <b>{ $hour }</b> waktu setempat. { $next }
zone-write = Tulis zonanya, misalnya <b>WIT</b> atau <b>Asia/Singapore</b>. Tidak jadi? Tulis <b>batal</b>.
button-write-zone = Zona lain
ask-language = Pilih bahasa:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Siap, mulai sekarang dalam bahasa Indonesia.
