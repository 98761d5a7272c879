dashboard =
    <b>Dasbor</b>
    Angka unit Anda di satu halaman: ringkasan, unit, pelajaran, pengumuman, dan peserta. Isinya mengikuti peran Anda.
dashboard-app = Tombol di bawah membukanya di dalam Telegram; Telegram yang mengenali Anda.
dashboard-link =
    Di peramban, misalnya di komputer kantor:
    { $url }

    Tautan ini berlaku lima menit dan hanya sekali. Setelah dibuka, dasbor dapat dilihat selama satu jam. Jangan teruskan kepada siapa pun.
dashboard-local = Tautan itu hanya terbuka di komputer tempat bot berjalan, karena alamat publiknya (PUBLIC_URL) belum diisi. Pengelola server dapat mengisinya dengan alamat https yang menuju ke bot ini, lalu menjalankannya ulang. Sesudah itu tautannya bisa dibuka dari mana saja, dan dasbor juga terbuka di dalam Telegram.
dashboard-no-app = Telegram hanya mau membuka halaman https. Kalau pengelola server mengganti PUBLIC_URL dengan alamat https, di sini muncul tombol yang membuka dasbor di dalam Telegram.
button-dashboard = Buka dasbor
button-help-dashboard = Dasbor
