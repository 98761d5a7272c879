button-roster = Lihat peserta
button-help-roster = Peserta

# --- Mencocokkan dengan daftar ---
roster-doubt =
    <b>{ $name }</b> baru bergabung di <b>{ $unit }</b>. Di daftar pegawai ada nama yang mirip. Yang mana orangnya?

    Ia sudah belajar seperti biasa; ini hanya agar daftarnya benar.
roster-doubt-yes = Ini: { $name }
button-roster-doubt-no = Tidak ada di daftar
roster-doubt-claimed = Baik, <b>{ $name }</b> sudah dicocokkan dengan namanya di daftar.
roster-doubt-refused = Baik. <b>{ $name }</b> tetap belajar, dan tercatat di luar daftar.
roster-doubt-decided = Ini sudah diputuskan.
roster-doubt-gone = Tempat itu sudah terisi, atau tidak ada lagi di daftar. Lihat /peserta.
roster-released = Sudah dilepas: nama di daftar itu kembali kosong, dan orangnya tercatat di luar daftar.

# --- Yang masuk lewat kode poster ---
newcomers =
    Baru bergabung di <b>{ $unit }</b> lewat kode poster:

    { $names }

    Mereka sudah belajar. Benarkah semuanya orang unit ini?
button-newcomers-yes =
    { $count ->
        [1] Benar
       *[other] Benar semua ({ $count })
    }
newcomers-no = Bukan: { $name }
newcomers-confirmed =
    { $count ->
        [1] Terima kasih, sudah dipastikan.
       *[other] Terima kasih, { $count } orang sudah dipastikan.
    }
newcomers-decided = Ini sudah diputuskan, atau keadaannya sudah berubah.
newcomer-refused = Koordinator unit yang Anda pilih belum mengenali Anda sebagai pegawai di sana, jadi pelajaran untuk sementara berhenti. Kalau ini keliru, sampaikan langsung kepada beliau; satu ketukan saja, dan Anda lanjut dari tempat terakhir.

# --- Pindah dan kembali ---
person-moved-away = <b>{ $name }</b> ditandai sudah pindah: pelajaran berhenti, riwayatnya tetap tersimpan. Keliru? Urungkan kapan saja, di sini atau lewat /peserta.
person-is-back = <b>{ $name }</b> kembali: pelajaran berlanjut dari tempat terakhir.
person-has-role = Orang ini masih memegang peran. Serahkan atau cabut dulu perannya lewat /peran.
moved-away = Anda tercatat sudah pindah dari sini, jadi tidak ada pelajaran yang datang. Yang sudah Anda pelajari tetap tersimpan: /progres dan /sertifikat masih bisa dipakai. Kalau ini keliru, hubungi koordinator unit Anda, atau buka tautan undangan dari unit yang baru.
moved-away-told = Koordinator mencatat bahwa Anda sudah pindah, jadi pelajaran dari sini berhenti. Terima kasih sudah belajar bersama. Yang sudah Anda pelajari tetap tersimpan: /progres dan /sertifikat masih bisa dipakai. Kalau ini keliru, sampaikan kepada koordinator Anda.
moved-back = Selamat datang kembali, { $you }. Tempat Anda masih ada, lengkap dengan yang sudah dipelajari. { $next }
moved-back-told = Selamat datang kembali, { $you }. Pelajaran Anda berlanjut dari tempat terakhir; ketik /materi untuk yang hari ini.

# --- Daftar peserta ---
menu-peserta = Peserta unit saya
roster-head = <b>Peserta · { $filter }: { $total }</b>
roster-head-unit =
    <b>{ $unit }</b>
    { $filter }: { $total }
roster-filter-all = Semua
roster-filter-moved-away = Sudah pindah
roster-filter-unreachable = Tidak terjangkau
roster-filter-paused = Jeda atau cuti
roster-filter-lagging = Tertinggal
roster-filter-active = Aktif
roster-filter-not-joined = Belum bergabung
roster-is-moved-away = sudah pindah
roster-is-unreachable = tidak terjangkau
roster-is-paused = jeda atau cuti
roster-is-lagging = tertinggal
roster-is-active = aktif
roster-is-not-joined = belum bergabung
roster-unlisted = di luar daftar
roster-unconfirmed = belum dipastikan
roster-line = { $place }. <b>{ $name }</b>{ $where }: { $marks }
roster-empty = Tidak ada seorang pun di sini.
roster-leaders = Pimpinan ({ $count }) tidak tampil di daftar; cari namanya bila perlu.
button-roster-search = Cari nama
button-roster-units = Per unit
roster-search = Siapa yang dicari? Tulis namanya, atau sebagian saja. Nama unit juga boleh. Tidak jadi? Tulis <b>batal</b>.
roster-nobody = Nama itu belum saya temukan di unit Anda. Coba sebagian saja, misalnya nama depan. Tidak jadi? Tulis <b>batal</b>.
roster-units = Peserta unit yang mana?
roster-transfer = Pindah ke unit yang mana? Tidak terlihat? Tulis saja nama unitnya. Tidak jadi? Tulis <b>batal</b>.
person-card =
    <b>{ $name }</b>
    { $unit }

    { $facts }
person-joined = Bergabung { $date }
person-state = Status: { $state }
person-leader = Kemajuan pimpinan hanya dilihat oleh beliau sendiri.
person-listed = Ada di daftar pegawai
person-unlisted = Tidak ada di daftar pegawai
person-unconfirmed = Masuk lewat kode poster, belum dipastikan
button-person-confirm = Benar, orang unit ini
button-person-transfer = Pindahkan ke unit lain
button-person-release = Lepas dari nama di daftar
button-person-away = Tandai sudah pindah
button-person-back = Kembalikan
person-transferred = <b>{ $name }</b> sekarang di <b>{ $unit }</b>, dengan semua yang sudah dipelajari.
transfer-told = { $you }, unit Anda di sini sekarang <b>{ $unit }</b>. Yang sudah Anda pelajari ikut serta; hari belajarnya mengikuti kalender unit itu.
button-person-match = Cocokkan dengan daftar
button-person-card = Kembali ke orangnya
person-match = Nama mana di daftar yang milik <b>{ $name }</b>?
person-match-none = Di daftar unit ini tidak ada nama kosong yang mirip dengan <b>{ $name }</b>.
place-card =
    <b>{ $name }</b>
    { $unit }

    Ada di daftar pegawai, tetapi belum bergabung.
place-claimed = Nama itu sudah bergabung, atau sudah tidak ada di daftar.
place-removed = <b>{ $name }</b> dihapus dari daftar pegawai. Keliru? Urungkan saja.
button-place-remove = Salah tulis? Hapus dari daftar
button-roster-back = Kembali ke daftar peserta
