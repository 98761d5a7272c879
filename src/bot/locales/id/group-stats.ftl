button-stats-roles = Per peran
button-stats-tracks = Per jalur
stats-roles-title = Per peran
stats-roles =
    <b>Per peran</b>
    { $period }

    { $roles }
stats-roles-none = Sampai akhir periode itu belum ada yang bergabung.
stats-role =
    <b>{ $name }</b> · { $people } orang
    aktif { $active }; selesai jalur umum { $done }
stats-tracks-title = Per jalur
stats-tracks =
    <b>Per jalur</b>, { $first } sampai { $last } dari { $total }
    { $period }; { $joined } orang bergabung.

    { $tracks }
stats-track =
    <b>{ $name }</b>
    memulai { $begun }; di antaranya selesai { $done }
stats-tracks-none =
    <b>Per jalur</b>
    { $period }

    Sampai akhir periode itu belum ada jalur yang dimulai.
stats-track-units =
    <b>{ $name }</b>
    { $period }
    Semuanya: memulai { $begun }; selesai { $done }

    Per unit, { $first } sampai { $last } dari { $total }; yang paling perlu didampingi lebih dulu.

    { $units }
stats-track-alone =
    <b>{ $name }</b>
    { $period }

    Memulai: { $begun }
    Selesai: { $done }
stats-track-unit =
    <b>{ $name }</b>
    memulai { $begun }; selesai { $done }
# Di dalam gambar
stats-roles-picture = Selesai jalur umum, dari yang bergabung, { $period }
stats-done-note = Selesai: semua pelajaran jalur umum sudah dijawab atau dilewati lewat tes penempatan, sampai akhir periode itu.
stats-tracks-picture = Selesai, dari yang memulai, { $period }
stats-tracks-note = Dihitung sampai akhir periode itu, bukan hanya yang selesai di dalamnya.
stats-track-note = Unit { $first } sampai { $last } dari { $total }, yang paling perlu didampingi lebih dulu.
stats-track-picture = Selesai, dari yang bergabung, { $period }
