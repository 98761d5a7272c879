# --- Jeda ---
ask-pause =
    Mau jeda berapa lama? Selama jeda saya diam, dan tidak ada yang menumpuk.

    Boleh juga ditulis: <b>/jeda 2-6 Maret</b>, <b>/jeda sampai Senin</b>, <b>/jeda sakit 3 hari</b>.
leave-how-long = { $kind }: berapa lama? Pilih di bawah, atau tulis harinya.
leave-choose = Pilih di bawah, atau tulis misalnya <b>/jeda 3 hari</b> atau <b>/jeda 2-6 Maret</b>.
leave-which = Maksud Anda yang mana?
leave-ask-days = Tulis harinya, misalnya <b>2-6 Maret</b>, <b>besok sampai Jumat</b>, atau <b>3 hari mulai Senin</b>. Tidak jadi? Tulis <b>batal</b>.
leave-standing =
    <b>Yang berlaku sekarang</b>
    { $list }
leave-line = • { $kind }: { $days }
pause-line = • Jeda sampai Anda kembali
leave-days = { $first } sampai { $last }
leave-kind-leave = Jeda
leave-kind-sick = Sakit
leave-kind-duty = Dinas
button-pause-1 = Hari ini saja
button-pause-3 = 3 hari
button-pause-7 = 1 minggu
button-pause-14 = 2 minggu
button-pause-open = Sampai saya kembali
button-pause-other = Tulis harinya
cancel-leave = Batalkan { $days }
button-leave-shorter = Sehari lebih singkat
button-leave-longer = Sehari lebih lama
button-leave-fix = Ubah harinya
button-undo = Urungkan
button-resume = Lanjut sekarang
button-lesson-now = Pelajaran sekarang

# Yang tidak bisa dipakai
leave-unclear = Maaf, lamanya belum saya pahami.
leave-no-such-day = Tanggal { $day } tidak ada di kalender.
leave-ends-before = Hari terakhirnya lebih dulu daripada hari pertamanya. Coba tulis sekali lagi.
leave-past = { $day } sudah lewat. Kalau maksud Anda tahun depan, tulis beserta tahunnya.
leave-too-far = { $day } masih lebih dari { $days } hari lagi. Catat nanti saja, kalau sudah dekat.
leave-too-long = Sekali jeda paling lama { $days } hari. Untuk lebih lama, pilih <b>Sampai saya kembali</b>.
leave-no-end = Mulainya sudah jelas. Sampai kapan? Tulis misalnya <b>/jeda Senin sampai Rabu</b>.
leave-working-days = Saya menghitung hari kalender, bukan hari kerja. Supaya pasti, tulis hari terakhirnya: <b>/jeda sampai Jumat</b>.
leave-too-many = Sudah ada { $leaves } jeda yang tercatat. Batalkan dulu satu di bawah ini.

# Tercatat
leave-set =
    Baik, { $you }. { $kind }: <b>{ $days }</b>. Selama itu saya diam.

    { $next } Kembali lebih cepat? Ketik /lanjut.
leave-set-ahead =
    Baik, { $you }. { $kind }: <b>{ $days }</b>. Sampai saat itu semua berjalan seperti biasa, lalu saya diam.

    { $next }
leave-next = Sesudah itu pelajaran berikutnya datang { $when }.
leave-undone = Sudah dibatalkan. { $next }
paused-open = Baik, { $you }. Saya diam sampai Anda mengetik /lanjut.
stopped =
    Baik, { $you }. Saya berhenti mengirim apa pun. Kalau suatu hari ingin melanjutkan, ketik /lanjut: semua yang sudah Anda pelajari masih tersimpan.

# --- Kembali ---
resumed = Selamat datang kembali, { $you }.{ $standing } { $next }
not-paused = Anda tidak sedang jeda, { $you }. { $next }
pause-until-open = sampai Anda mengetik /lanjut
pause-until-day = sampai { $day }
return-standing = Sejauh ini { $done } dari { $total } pelajaran sudah dilalui, dan tidak ada yang hilang.
return-greeting = Selamat datang kembali, { $you }. { $standing } Tidak ada yang menumpuk: cukup satu pelajaran ini, dan pertanyaan lama saya bagi ke hari-hari berikutnya.
return-nudge =
    Selamat datang kembali, { $you }. { $standing } Tidak ada yang menumpuk: hanya <b>{ $lesson }</b> yang menunggu Anda sejak { $since }. Mulai dari sana kapan pun sempat.
