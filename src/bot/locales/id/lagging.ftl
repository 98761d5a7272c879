lagging-nobody = Belum ada peserta di unit Anda. Undang mereka dengan /undang.
lagging-none =
    <b>Belum selesai</b>

    { $total ->
        [1] Tidak ada. Satu-satunya peserta Anda sudah mengikuti sampai hari ini.
       *[other] Tidak ada. Semua peserta Anda ({ $total } orang) sudah mengikuti sampai hari ini.
    }
lagging-head = <b>Belum selesai</b>: { $lagging } dari { $total } peserta
lagging-privacy = Yang terlihat di sini hanya ikut atau belum, tidak pernah jawaban atau nilai.
lagging-leaders = Di antaranya { $leaders } pimpinan; nama mereka tidak ditampilkan.
lagging-reason-head = <b>{ $reason }</b>: { $count } orang
lagging-reason-unanswered = Belum menjawab
lagging-reason-unstarted = Belum mulai
lagging-reason-blocked = Memblokir bot
lagging-reason-away = Cuti
lagging-reason-paused = Jeda
lagging-why-unanswered = belum menjawab { $days } hari kerja
lagging-why-unstarted = belum mulai, { $days } hari kerja
lagging-why-blocked = tidak terjangkau
lagging-why-away = cuti sampai { $until }
lagging-why-paused = jeda
lagging-unreminded = minta tidak diingatkan
lagging-line = • { $name }: { $why }
lagging-line-unit = • { $name } ({ $unit }): { $why }
remind-one = Ingatkan { $name }
remind-all = Ingatkan semua ({ $count })
button-remind-page = Ingatkan semua di halaman ini
button-lagging-before = ‹ Sebelumnya
button-lagging-after = Berikutnya ›
button-lagging-reasons = Semua alasan
button-lagging-text = Teks untuk grup WhatsApp
button-lagging = Belum selesai
button-whatsapp = Buka WhatsApp
reminded-sent = { $count } orang saya ingatkan sekarang.
reminded-waiting = { $count } orang saya ingatkan pada jam kerja mereka berikutnya, karena sekarang jam tenang atau hari libur.
reminded-already = { $count } orang sudah diingatkan hari ini; sekali sehari cukup.
reminded-unreminded = { $count } orang minta tidak diingatkan, dan itu saya hormati.
reminded-left = { $count } orang tidak saya ingatkan: sedang cuti, jeda, atau tidak terjangkau.
reminded-nobody = Tidak ada yang perlu diingatkan.
lagging-group-intro = Silakan, { $you }. Tanpa nama, siap disalin ke grup:
lagging-group = Rekan-rekan { $unit }, sampai hari ini { $done } dari { $total } di antara kita sudah mengikuti pelajaran AI di Sedikit. Terima kasih banyak! Yang belum sempat masih bisa kapan saja: buka Telegram, tiga menit cukup.
lagging-group-few = Rekan-rekan { $unit }, terima kasih sudah meluangkan waktu untuk pelajaran AI di Sedikit. Yang belum sempat masih bisa kapan saja: buka Telegram, tiga menit cukup.
lagging-of-unit = Unit: <b>{ $unit }</b>
lagging-units = Unit yang mana? Yang di bawahnya ikut dihitung.
lagging-several = Ada { $total } unit dengan nama seperti itu. Yang mana?
lagging-many = Ada { $total } unit dengan nama seperti itu; ini { $shown } yang pertama. Tidak terlihat? Tulis lagi dengan nama yang lebih lengkap.
lagging-no-unit = Unit dengan nama itu tidak saya temukan di antara unit Anda. Coba sebagian namanya, misalnya /belum_selesai camba, atau /belum_selesai saja untuk semuanya.
button-lagging-units = Pilih unit
button-lagging-everybody = Semua unit saya
lagging-nobody-unit = Di unit ini belum ada peserta. Undang mereka dengan /undang.
