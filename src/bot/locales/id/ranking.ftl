ranking-title = Peringkat unit
ranking =
    <b>{ $title }</b>
    Persentase orang yang sesuai jadwal, unit { $first } sampai { $last } dari { $total }.

    { $units }

    { $note }
ranking-unit = { $place }. { $name }: { $onSchedule } dari { $people } ({ $share })
ranking-own = <b>{ $place }. { $name }: { $onSchedule } dari { $people } ({ $share }), unit Anda</b>
ranking-note = Sesuai jadwal: tidak ada pelajaran lama yang masih terbuka, dan ada jawaban dalam sepuluh hari kerja terakhir. Urutannya memperhitungkan jumlah orang, supaya unit kecil tidak naik atau turun karena kebetulan.
ranking-note-small = Sesuai jadwal: tidak ada pelajaran lama yang masih terbuka, dan ada jawaban dalam sepuluh hari kerja terakhir. Unit Anda belum tampil: unit dengan kurang dari lima orang tidak dibandingkan.
ranking-empty = Belum ada yang bisa dibandingkan. Peringkat tampil begitu sedikitnya dua unit masing-masing punya lima orang yang sudah belajar sepekan.
ranking-off = Organisasi Anda tidak menampilkan peringkat. Kemajuan Anda sendiri ada di /progres.
ranking-file = peringkat.png
button-help-ranking = Peringkat unit
button-ranking-previous = Sebelumnya
button-ranking-next = Berikutnya
menu-peringkat = Peringkat unit
# Di dalam gambar
picture-on-schedule = Persentase orang yang sesuai jadwal, { $first } sampai { $last } dari { $total }
picture-share = { $share } · { $onSchedule } dari { $people }
picture-own-unit = unit Anda
