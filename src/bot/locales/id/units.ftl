# --- Unit ---
unit-head = <b>{ $unit }</b>
unit-parent = Di bawah: { $unit }
unit-people = Peserta: { $people } di unit ini, { $all } bersama unit di bawahnya
unit-children = Unit di bawahnya: { $count }
unit-has-kind = Jenis: { $kind }
unit-no-sector = Sektor: belum ada
unit-has-sector = Sektor: { $sector }
unit-sector-above = Sektor: { $sector } (dari unit di atasnya)
unit-has-calendar = Hari kerja: { $calendar }
unit-calendar-above = Hari kerja: { $calendar } (dari unit di atasnya)
unit-below = ▸ { $unit }
unit-kind-agency = OPD
unit-kind-district = Kecamatan
unit-kind-village = Desa
unit-kind-urban-village = Kelurahan
unit-kind-school = Sekolah
unit-kind-health = Layanan kesehatan
unit-kind-other = Lainnya
unit-which-kind = Unit ini jenisnya apa?
unit-which-sector = Sektor apa? Pesertanya, juga yang di unit di bawahnya, mendapat jalur sektor itu.
unit-which-calendar = Hari kerja yang mana? Unit di bawahnya ikut, kecuali yang punya sendiri.
unit-choose = Ada { $total } unit yang namanya cocok. Yang mana?
unit-choose-more = Ada { $total } unit yang namanya cocok; ini yang pertama. Pilih, atau tulis nama yang lebih lengkap.
unit-ask-find =
    Unit mana? Tulis namanya, atau sebagian saja.

    Tidak jadi? Tulis <b>batal</b>.
unit-ask-name =
    Apa nama unit baru di bawah <b>{ $unit }</b>?

    Tidak jadi? Tulis <b>batal</b>.
unit-ask-new-name =
    Apa nama baru untuk <b>{ $unit }</b>?

    Tidak jadi? Tulis <b>batal</b>.
unit-ask-parent =
    <b>{ $unit }</b> pindah ke bawah unit mana? Tulis nama unit itu, atau sebagian saja.

    Tidak jadi? Tulis <b>batal</b>.
unit-confirm-move = Pindahkan <b>{ $unit }</b>, dengan semua unit di bawahnya, ke bawah <b>{ $target }</b>?
unit-confirm-calendar = Beri <b>{ $unit }</b> hari kerja <b>{ $calendar }</b>?
unit-confirm-close = Tutup <b>{ $unit }</b>? Unit ini tidak ditawarkan lagi di mana pun, dan undangannya tidak berlaku lagi. Riwayatnya tetap ada, dan unit dapat dibuka kembali.
unit-calendar-stays = Hari kerja { $people } peserta tidak berubah.
unit-calendar-changes = Hari kerja { $people } peserta berubah: dari { $before } menjadi { $after }. Pelajaran mereka berikutnya dijadwalkan ulang.
unit-added = Sudah ditambahkan.
unit-renamed = Sudah: namanya sekarang <b>{ $unit }</b>.
unit-moved = Sudah dipindahkan. Jadwal pesertanya sedang disesuaikan.
unit-kind-set = Sudah dicatat.
unit-sector-set = Sudah: sektornya ditetapkan.
unit-calendar-set = Sudah: hari kerjanya ditetapkan. Jadwal pesertanya sedang disesuaikan.
unit-closed = Sudah: <b>{ $unit }</b> ditutup.
unit-reopened = Sudah: <b>{ $unit }</b> dibuka kembali.
unit-is-closed = <b>{ $unit }</b> sudah ditutup.
unit-known = Tidak ada yang berubah: memang sudah begitu.
unit-gone = Unit itu sudah tidak ada, atau sudah ditutup. Buka lagi dengan /unit.
unit-root = Unit ini adalah organisasinya sendiri: tidak berada di bawah unit lain, dan tidak dapat ditutup.
unit-name-unclear = Nama itu kosong atau terlalu panjang (paling banyak { $most } huruf). Tulis sekali lagi.
unit-name-taken = Sudah ada unit dengan nama itu. Tulis nama yang lain.
unit-cycle = Tidak bisa: tujuan itu sendiri berada di bawah unit yang hendak dipindahkan. Pilih tujuan lain.
unit-not-empty = Unit ini belum kosong: { $people } peserta, { $places } nama di daftar pegawai, { $children } unit di bawahnya, { $coordinators } koordinator. Pindahkan dulu, lalu tutup.
button-unit-add = Tambah unit di bawahnya
button-unit-rename = Ganti nama
button-unit-kind = Jenis
button-unit-sector = Sektor
button-unit-calendar = Hari kerja
button-unit-move = Pindahkan
button-unit-close = Tutup …
button-unit-find = Cari unit
button-unit-up = ▲ Ke atas
button-unit-reopen = Buka kembali
button-unit-no-kind = Tidak disebut
button-unit-as-above = Sama dengan di atasnya
menu-unit = Unit
button-help-units = Unit
