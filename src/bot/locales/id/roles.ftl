# --- Peran ---
roles-admin =
    Peran siapa yang ingin dilihat atau diubah? Tulis namanya, atau sebagian saja.

    Tidak jadi? Tulis <b>batal</b>.
roles-coordinator =
    Unit yang Anda koordinasikan ada di bawah ini. Kalau tugas itu berpindah ke rekan lain, serahkan di sini; pengumuman dan pertanyaan peserta langsung sampai kepadanya.
roles-hand-over-unit = Serahkan { $unit }
roles-hand-over =
    Kepada siapa koordinasi <b>{ $unit }</b> diserahkan? Tulis nama rekan itu; ia harus sudah bergabung sebagai peserta.

    Tidak jadi? Tulis <b>batal</b>.
roles-nobody = Nama itu belum saya temukan di antara peserta Anda. Coba sebagian saja, misalnya nama depan. Tidak jadi? Tulis <b>batal</b>.
roles-people = Yang mana orangnya?
roles-people-more = Ini yang pertama menurut abjad; masih ada yang lain. Pilih, atau tulis nama yang lebih lengkap.
roles-card =
    <b>{ $name }</b>

    { $roles }
roles-none = Belum punya peran khusus: peserta.
roles-is-admin = Admin
roles-is-coordinator = Koordinator { $unit }
button-role-coordinator = Jadikan koordinator …
button-role-admin = Jadikan admin
button-role-take-admin = Cabut peran admin
roles-take-unit = Cabut: { $unit }
roles-units = Koordinator untuk unit yang mana? Unit di bawahnya ikut serta.
roles-units-more = Koordinator untuk unit yang mana? Unit di bawahnya ikut serta. Tidak terlihat? Tulis saja nama unitnya.
roles-no-unit = Unit dengan nama itu tidak saya temukan. Coba tulis sebagian namanya.
roles-confirm-coordinator = Jadikan <b>{ $name }</b> koordinator <b>{ $unit }</b>, termasuk unit di bawahnya?
roles-confirm-admin = Jadikan <b>{ $name }</b> admin? Admin melihat semua unit dan dapat mengubah peran siapa pun.
roles-confirm-take = Cabut peran <b>{ $name }</b> sebagai koordinator <b>{ $unit }</b>?
roles-confirm-take-admin = Cabut peran admin dari <b>{ $name }</b>?
roles-confirm-hand-over = Serahkan koordinasi <b>{ $unit }</b> kepada <b>{ $name }</b>? Koordinator yang sekarang selesai bertugas di unit itu.
button-role-yes = Ya, lakukan
button-role-no = Tidak jadi
roles-done-coordinator = Sudah: <b>{ $name }</b> sekarang koordinator <b>{ $unit }</b>. Orangnya saya beri tahu. Keliru? Urungkan dalam tiga hari.
roles-done-admin = Sudah: <b>{ $name }</b> sekarang admin. Orangnya saya beri tahu. Keliru? Urungkan dalam tiga hari.
roles-done-take = Sudah: <b>{ $name }</b> bukan lagi koordinator <b>{ $unit }</b>. Kalau tidak ada koordinator lain, urusan unit ini sampai kepada koordinator di atasnya. Keliru? Urungkan dalam tiga hari.
roles-done-take-admin = Sudah: <b>{ $name }</b> bukan lagi admin. Orangnya saya beri tahu. Keliru? Urungkan dalam tiga hari.
roles-done-hand-over = Sudah: koordinasi <b>{ $unit }</b> sekarang di tangan <b>{ $name }</b>. Yang bersangkutan saya beri tahu. Keliru? Urungkan dalam tiga hari.
roles-known = Tidak ada yang berubah: memang sudah begitu.
roles-gone = Ini tidak bisa dilakukan lagi: orang, unit, atau keadaannya sudah berubah. Buka lagi dengan /peran.
roles-last-admin = Ini admin terakhir. Jadikan orang lain admin dulu, supaya selalu ada yang bisa mengatur.
roles-undone = Sudah diurungkan: semuanya kembali seperti semula.
roles-told-coordinator =
    Mulai sekarang Anda <b>koordinator { $unit }</b>. Anda dapat melihat siapa yang ikut belajar dan siapa yang perlu disapa, mengundang peserta, dan menjawab pertanyaan mereka. Jawaban dan nilai peserta tetap milik mereka sendiri.
roles-told-no-coordinator = Tugas Anda sebagai koordinator <b>{ $unit }</b> sudah selesai. Terima kasih banyak atas pendampingannya. Pelajaran Anda sendiri berjalan seperti biasa.
roles-told-admin = Anda sekarang admin. /statistik, /undang, dan /peran siap dipakai.
roles-told-no-admin = Peran Anda sebagai admin sudah selesai. Terima kasih. Pelajaran Anda sendiri berjalan seperti biasa.
menu-peran = Peran
button-help-roles = Peran
