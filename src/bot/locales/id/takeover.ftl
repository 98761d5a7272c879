# --- Akun Telegram baru ---
button-takeover = Saya pernah ikut dengan akun lain
takeover-name =
    Baik. Tulis nama Anda seperti yang dulu tercatat di sini; gelar boleh dilewati.

    Koordinator unit Anda yang memastikan, lalu semua pelajaran yang sudah dilalui pindah ke akun ini. Nama yang Anda tulis tidak saya simpan. Tidak jadi? Tulis <b>batal</b>.
takeover-nobody = Nama seperti itu belum saya temukan di unit Anda. Coba tulis dengan cara lain, misalnya nama lengkap. Tidak jadi? Tulis <b>batal</b>.
takeover-nobody-last = Nama seperti itu tidak saya temukan di unit undangan ini. Tanyakan kepada koordinator Anda, atau lanjutkan sebagai peserta baru dengan /start.
takeover-passed-on = Terima kasih, sudah saya sampaikan kepada koordinator. Begitu ada jawaban, saya kabari di sini. Sambil menunggu, Anda boleh melanjutkan seperti biasa.
takeover-asked-before = Permintaan Anda sudah ada pada koordinator. Begitu ada jawaban, saya kabari di sini.
takeover-with-role = Akun ini punya tugas khusus di sini, jadi pindahnya perlu dibantu admin di kantor Anda.
takeover-asked =
    Seseorang dengan akun Telegram baru mengatakan pernah ikut belajar di <b>{ $unit }</b>. Mungkin ini tempatnya yang lama:

    { $places }

    Pastikan dulu langsung kepada orangnya, lewat telepon atau saat bertemu. Setelah dikonfirmasi, tempat itu pindah ke akun barunya.
takeover-place = • <b>{ $name }</b>: bergabung { $joined }, terakhir menulis { $seen }
takeover-yes = Benar: { $name }
button-takeover-no = Bukan, jangan dipindahkan
takeover-done = Sudah dipindahkan: <b>{ $name }</b> sekarang belajar dengan akun barunya. Kalau ternyata keliru, urungkan dalam tiga hari.
takeover-refused = Baik, tidak dipindahkan. Orangnya sudah saya beri tahu.
takeover-decided-before = Permintaan ini sudah diputuskan.
takeover-gone = Permintaan ini sudah tidak berlaku.
takeover-blocked = Belum bisa diurungkan: akun lamanya sudah bergabung lagi sebagai peserta baru.
takeover-undone = Sudah diurungkan: tempat itu kembali ke akun lamanya. Kedua akun sudah saya beri tahu.
takeover-welcome = Selamat datang kembali, { $you }. Tempat Anda sudah pindah ke akun ini.{ $standing } { $next }
takeover-left = Tempat belajar Anda di Sedikit dipindahkan ke akun Telegram lain, setelah dikonfirmasi koordinator. Akun ini tidak lagi menerima pelajaran. Kalau bukan Anda yang meminta, segera hubungi koordinator unit Anda: dalam tiga hari pemindahannya masih bisa diurungkan.
takeover-back = Tempat belajar Anda kembali ke akun ini, atas keputusan koordinator. Ketik /materi untuk pelajaran hari ini.
takeover-ended = Pemindahan ke akun ini diurungkan koordinator. Untuk ikut sebagai peserta baru, buka lagi tautan undangan Anda.
takeover-ended-own = Pemindahan ke akun ini diurungkan koordinator. Pelajaran Anda yang dimulai di sini berlanjut seperti biasa.
takeover-not-yours = Koordinator belum dapat memastikan tempat lama Anda. Silakan hubungi beliau langsung, atau lanjutkan sebagai peserta baru: ketik /start.
takeover-not-yours-joined = Koordinator belum dapat memastikan tempat lama Anda. Silakan hubungi beliau langsung; pelajaran Anda di sini berjalan seperti biasa.
