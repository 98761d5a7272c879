ask-search = Apa yang ingin Anda cari di pelajaran? Tulis satu atau beberapa kata, misalnya <b>data pribadi</b>. Kalau tidak jadi, tulis <b>batal</b>.
search-unclear = Saya belum menemukan kata di situ. Tulis dengan huruf atau angka, misalnya <b>data pribadi</b>.
search-nothing = Tidak ada pelajaran Anda yang membahas itu. Coba kata lain yang lebih umum dengan /cari, atau cukup satu kata.
search-found = Hasil untuk <b>{ $words }</b>:
search-corrected = Mungkin maksud Anda <b>{ $words }</b>. Ini hasilnya:
search-partly = Tidak ada pelajaran yang memuat semua kata itu. Yang paling dekat, untuk <b>{ $words }</b>:
search-hit =
    <b>{ $title }</b>
    <i>{ $track }</i>
    { $passage }
search-read = Baca: { $title }
button-search-back = Sebelumnya
button-search-next = Berikutnya
read-place = { $track } · pelajaran { $position } dari { $total }
read-gone = Pelajaran itu sudah tidak ada. Cari yang lain dengan /cari.
