tracks =
    <b>Jalur belajar Anda</b>

    { $tracks }

    Satu jalur selesai dulu, lalu yang berikutnya. Tidak pernah dua pelajaran dalam satu hari.
tracks-and-others =
    <b>Jalur belajar Anda</b>

    { $tracks }

    Satu jalur selesai dulu, lalu yang berikutnya. Tidak pernah dua pelajaran dalam satu hari.
    Ada juga jalur untuk pekerjaan lain. Kalau berguna bagi Anda, ikuti saja.
track-had = ● { $track }, selesai
track-begun = ◐ { $track }, { $had } dari { $lessons } pelajaran
track-coming = ○ { $track }, { $lessons } pelajaran
button-tracks = Jalur belajar
take-track = Ikuti: { $track }
leave-track = Tidak perlu: { $track }
