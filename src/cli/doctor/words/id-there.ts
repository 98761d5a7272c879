import type { SomeSaid } from './words.ts'

/** Of the way to Telegram, and what it says. */
export const idThere = {
  'proxy/none': { what: 'Tidak dipakai (HTTPS_PROXY kosong).' },
  'proxy/fine': { what: '{proxy} meneruskan ke {host}.' },
  'proxy/passedBy': { what: '{host} dicapai tanpa {proxy} (NO_PROXY, atau alamat http).' },
  'proxy/malformed': {
    what: 'HTTPS_PROXY tidak terbaca.',
    how: 'Tulis seperti http://proksi.contoh.go.id:3128',
  },
  'proxy/scheme': {
    what: 'HTTPS_PROXY memakai {scheme}, yang tidak didukung.',
    how: 'Pakai proksi HTTP: http://proksi.contoh.go.id:3128',
  },
  'proxy/unknownHost': {
    what: 'Nama proksi di {proxy} tidak dikenal.',
    how: 'Betulkan HTTPS_PROXY, atau tanyakan namanya kepada pengelola jaringan.',
  },
  'proxy/refused': {
    what: 'Tidak ada proksi yang mendengarkan di {proxy} ({code}).',
    how: 'Betulkan port di HTTPS_PROXY, atau minta pengelola jaringan menyalakannya.',
  },
  'proxy/silent': {
    what: 'Proksi {proxy} tidak menjawab.',
    how: 'Buka jalan dari mesin ini ke proksi, atau betulkan HTTPS_PROXY.',
  },
  'proxy/unauthorised': {
    what: 'Proksi {proxy} meminta nama dan sandi (407).',
    how: 'Sebut di HTTPS_PROXY: http://nama:sandi@host:port',
  },
  'proxy/forbids': {
    what: 'Proksi {proxy} tidak mau meneruskan ke {host} ({code}).',
    how: 'Minta pengelola jaringan mengizinkan {host} di proksi itu.',
  },
  'proxy/noProxy': {
    what: 'Yang menjawab di {proxy} bukan proksi HTTP ({code}).',
    how: 'Betulkan HTTPS_PROXY: alamat ini milik layanan lain.',
  },
  'network/fine': { what: '{host} menjawab dalam {ms} ms.' },
  'network/malformed': { what: 'Dilewati: TELEGRAM_API_ROOT tidak terbaca.' },
  'network/behindProxy': {
    what: 'Dilewati: {host} dicapai lewat proksi, dan proksinya dulu yang harus beres.',
  },
  'network/unknownHost': {
    what: 'DNS tidak mengenal {host} ({code}).',
    how: 'Coba `getent hosts {host}`; betulkan /etc/resolv.conf atau TELEGRAM_API_ROOT.',
  },
  'network/noResolver': {
    what: 'Server DNS tidak menjawab saat ditanya tentang {host} ({code}).',
    how: 'Betulkan nameserver di /etc/resolv.conf, atau buka port 53 dari mesin ini.',
  },
  'network/refused': {
    what: 'Sambungan ke {host} ditolak.',
    how: 'Ada firewall yang menutupnya, atau tidak ada server di situ: izinkan {host}, atau betulkan TELEGRAM_API_ROOT.',
  },
  'network/silent': {
    what: '{host} tidak menjawab: sambungannya lenyap di tengah jalan.',
    how: 'Minta pengelola jaringan mengizinkan {host} port 443 keluar, atau sebut proksi di HTTPS_PROXY.',
  },
  'network/unreachable': {
    what: 'Mesin ini tidak punya jalan ke {host} ({code}).',
    how: 'Periksa kabel, gateway (`ip route`), dan apakah mesin ini memang terhubung ke internet.',
  },
  'network/cut': {
    what: 'Sambungan ke {host} diputus di tengah jalan.',
    how: 'Biasanya penyaring jaringan: minta {host} diizinkan, atau sebut proksi di HTTPS_PROXY.',
  },
  'network/intercepted': {
    what: 'Ada yang membuka TLS di tengah jalan: sertifikat {host} diterbitkan oleh {issuer} ({code}).',
    how: 'Minta sertifikat akar instansi, lalu jalankan dengan NODE_EXTRA_CA_CERTS=/path/akar.pem, atau minta {host} dikecualikan.',
  },
  'network/otherName': {
    what: 'Yang menjawab sebagai {host} memakai sertifikat untuk nama lain (dari {issuer}).',
    how: 'Biasanya halaman blokir atau DNS yang dibelokkan: pakai DNS lain, atau minta {host} diizinkan.',
  },
  'network/certificateTime': {
    what: 'Sertifikat {host} belum atau tidak lagi berlaku, menurut jam mesin ini ({code}).',
    how: 'Lihat dulu jam mesin ini (`date`; timedatectl set-ntp true). Kalau jamnya betul, ada yang membuka TLS di tengah jalan.',
  },
  'network/notTls': {
    what: '{host} tidak berbicara TLS seperti seharusnya ({code}).',
    how: 'Biasanya penyaring jaringan atau port yang salah: periksa TELEGRAM_API_ROOT.',
  },
  'network/noBotApi': {
    what: 'Yang menjawab di {host} bukan server Bot API ({code}).',
    how: 'Biasanya halaman masuk Wi-Fi atau alamat yang salah: betulkan TELEGRAM_API_ROOT.',
  },
  'network/broken': {
    what: 'Percakapan dengan {host} gagal ({code}).',
    how: 'Coba lagi; kalau tetap begitu, tanyakan kepada pengelola jaringan dengan kode itu.',
  },
  'token/fine': { what: 'Telegram mengenalnya: @{username}.' },
  'token/missing': { what: 'Dilewati: BOT_TOKEN belum diisi.' },
  'token/malformed': { what: 'Dilewati: BOT_TOKEN tidak terbaca.' },
  'token/unreached': { what: 'Dilewati: Telegram belum terjangkau.' },
  'token/refused': {
    what: 'Telegram menolak BOT_TOKEN ({code} {said}).',
    how: 'Salin lagi dari @BotFather (/mybots, API Token). Kalau tokennya pernah bocor, /revoke dulu.',
  },
  'token/busy': {
    what: 'Telegram minta istirahat {seconds} detik (429).',
    how: 'Tunggu selama itu. Kalau sering, turunkan SEND_RATE.',
  },
  'token/unavailable': {
    what: 'Telegram sedang terganggu ({code}).',
    how: 'Tunggu, lalu periksa lagi; tidak ada yang hilang.',
  },
  'webhook/fine': { what: 'Terpasang di {url}; {pending} update menunggu.' },
  'webhook/none': {
    what: 'Tidak ada, seperti seharusnya: bot ini mengambil sendiri; {pending} update menunggu.',
  },
  'webhook/unreached': { what: 'Dilewati: Telegram belum bisa ditanya dengan token ini.' },
  'webhook/notSet': {
    what: 'Belum terpasang di {url}.',
    how: '`npm start` memasangnya. Kalau bot sudah jalan, mulai ulang proses yang melayani web.',
  },
  'webhook/elsewhere': {
    what: 'Telegram mengirim ke {theirs}, bukan ke {url}.',
    how: 'Ada program lain dengan token yang sama, atau PUBLIC_URL berganti: hentikan yang lain, lalu `npm start` memasangnya lagi.',
  },
  'webhook/foreign': {
    what: 'Terpasang webhook ke {theirs}, padahal bot ini mengambil sendiri.',
    how: '`npm start` mencabutnya. Kalau ia kembali, program lain memakai token ini: ganti tokennya (/revoke di @BotFather).',
  },
  'webhook/plain': {
    what: '{url} bukan alamat https: Telegram tidak mau mengirim ke sana.',
    how: 'Pasang sertifikat di depannya dan tulis https:// di PUBLIC_URL, atau kosongkan WEBHOOK_SECRET supaya bot mengambil sendiri.',
  },
  'webhook/certificate': {
    what: 'Telegram tidak percaya pada sertifikat di {url}: {said} ({minutes} menit lalu; {pending} update menunggu).',
    how: 'Perbarui sertifikatnya, lengkap dengan sertifikat perantaranya.',
  },
  'webhook/failing': {
    what: 'Telegram gagal mengirim ke {url}: {said} ({minutes} menit lalu; {pending} update menunggu).',
    how: 'Buka {url} dari luar jaringan: lihat apakah bot jalan, reverse proxy meneruskan, dan firewall terbuka.',
  },
  'webhook/failedOnce': {
    what: 'Pengiriman terakhir yang gagal {minutes} menit lalu: {said}.',
    how: 'Kalau tidak berulang, tidak perlu apa-apa; kalau berulang, lihat log reverse proxy.',
  },
  'webhook/backlog': {
    what: '{pending} update menunggu di Telegram.',
    how: 'Lihat apakah bot jalan dan cukup cepat menjawab; Telegram membuang yang lebih tua dari sehari.',
  },
  'polling/fine': { what: 'Tidak ada program lain yang mengambil update bot ini.' },
  'polling/waiting': {
    what: 'Ada update yang menunggu, dan tidak ada yang mengambilnya: bot sedang tidak jalan.',
  },
  'polling/own': {
    what: 'Dilewati supaya bot yang sedang jalan tidak terganggu; kalau ada saingannya, lognya menyebut 409.',
  },
  'polling/byWebhook': { what: 'Dilewati: update datang lewat webhook.' },
  'polling/unreached': { what: 'Dilewati: Telegram belum bisa ditanya dengan token ini.' },
  'polling/other': {
    what: 'Dua bot memakai satu token: ada program lain yang mengambil update bot ini (409).',
    how: 'Hentikan salah satu. Kalau tidak tahu yang mana, ganti tokennya (/revoke di @BotFather) dan isikan yang baru di sini.',
  },
  'clock.telegram/right': { what: 'Sama ({distance}).' },
  'clock.telegram/off': {
    what: 'Jam mesin ini berselisih {distance} dengan jam Telegram.',
    how: 'Nyalakan penyelarasan waktu: timedatectl set-ntp true',
  },
  'clock.telegram/wrong': {
    what: 'Jam mesin ini salah: selisihnya {distance} dengan jam Telegram.',
    how: 'Setel jamnya (timedatectl set-ntp true) sebelum bot dijalankan: pelajaran bisa datang malam hari.',
  },
  'clock.telegram/untold': { what: 'Dilewati: Telegram belum menyebut jamnya.' },
  'clock.database/right': { what: 'Sama ({distance}).' },
  'clock.database/off': {
    what: 'Jam mesin ini berselisih {distance} dengan jam server basis data.',
    how: 'Nyalakan penyelarasan waktu di keduanya: timedatectl set-ntp true',
  },
  'clock.database/wrong': {
    what: 'Jam mesin ini dan jam server basis data berselisih {distance}.',
    how: 'Lihat mana yang salah (`date` di keduanya), lalu timedatectl set-ntp true.',
  },
  'clock.database/untold': { what: 'Dilewati: basis datanya belum terjangkau.' },
  'doctor/stumbled': {
    what: 'Pemeriksaan {check} sendiri gagal: {said}',
    how: 'Ini kesalahan program: laporkan beserta kalimat di atas. Yang lain tetap diperiksa.',
  },
} as const satisfies SomeSaid
