export-narrow =
    Yang diambil: <b>{ $what }</b>. Persempit dengan tombol di bawah, atau tulis langsung, misalnya <code>/ekspor xlsx Dinas Pendidikan 1-30 November</code>.
export-narrowed = Hanya { $what }.
export-all-units = semua unit
export-all-time = sejak awal
export-of-unit = { $unit } dan unit di bawahnya
export-filter-unit = Hanya { $unit } dan semua unit di bawahnya
export-filter-period = Hanya { $period }: pelajaran menurut hari jatuhnya, jawaban dan soal menurut hari dijawab, sertifikat menurut tanggalnya. Peserta dan unit seperti keadaannya sekarang
export-which-below = Unit mana di bawah <b>{ $unit }</b>? Semua unit di bawahnya ikut.
export-no-units-below = Tidak ada unit lagi di bawah <b>{ $unit }</b>.
export-turned = Periode itu berakhir ({ $to }) sebelum dimulai ({ $from }), jadi tidak ada yang diekspor. Tulis tanggal yang lebih awal dulu, misalnya <code>/ekspor xlsx 1-15 November</code>.
export-no-such-day = Tanggal “{ $typed }” tidak ada, jadi tidak ada yang diekspor. Contoh yang saya pahami: <code>/ekspor xlsx 1-15 November</code>.
export-no-such-unit = Tidak ada unit bernama “{ $typed }”, jadi tidak ada yang diekspor. Pilih unitnya dengan tombol di bawah /ekspor.
button-export-unit = Satu unit …
button-export-all-units = Semua unit
