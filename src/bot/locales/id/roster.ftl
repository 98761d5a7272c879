button-roster = Lihat peserta
button-help-roster = Peserta

# --- Mencocokkan dengan daftar ---
roster-doubt =
    <b>{ $name }</b> baru bergabung di <b>{ $unit }</b>. Di daftar peserta ada nama yang mirip. Yang mana orangnya?

    Ia sudah belajar seperti biasa; ini hanya agar daftarnya benar.
roster-doubt-yes = Ini: { $name }
button-roster-doubt-no = Tidak ada di daftar
roster-doubt-claimed = Baik, <b>{ $name }</b> sudah dicocokkan dengan namanya di daftar.
roster-doubt-refused = Baik. <b>{ $name }</b> tetap belajar, dan tercatat di luar daftar.
roster-doubt-decided = Ini sudah diputuskan.
roster-doubt-gone = Tempat itu sudah terisi, atau tidak ada lagi di daftar. Lihat /peserta.
roster-released = Sudah dilepas: nama di daftar itu kembali kosong, dan orangnya tercatat di luar daftar.
