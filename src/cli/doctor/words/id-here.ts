import type { SomeSaid } from './words.ts'

const MENUNGGU_DATABASE = 'Dilewati: basis datanya belum terjangkau.'
const MENUNGGU_REDIS = 'Dilewati: tidak ada Redis yang bisa ditanya.'

/** Of this machine, its database and its queues. */
export const idHere = {
  'node/fine': { what: 'Node {version}.' },
  'node/old': {
    what: 'Node {version} terlalu tua.',
    how: 'Pakai Node {needed}: `npm ci` membawanya, lalu jalankan lewat npm.',
  },
  'configuration/fine': { what: 'Semua variabel terbaca; {count} di antaranya diisi.' },
  'configuration/tokenMissing': {
    what: 'BOT_TOKEN belum diisi: tidak ada bot yang bisa dijalankan.',
    how: 'Minta token kepada @BotFather (/newbot), lalu isikan ke BOT_TOKEN.',
  },
  'configuration/malformed': {
    what: '{name} tidak terbaca: isinya {given}.',
    how: 'Isi dengan {expected}.',
  },
  'configuration/malformedSecret': {
    what: '{name} tidak terbaca (isinya tidak ditampilkan).',
    how: 'Isi dengan {expected}.',
  },
  'configuration/unset': {
    what: '{name} kosong, padahal variabel lain memerlukannya.',
    how: 'Isi dengan {expected}.',
  },
  'configuration/near': {
    what: '{given} tidak dibaca siapa pun; mungkin maksudnya {name}.',
    how: 'Ganti namanya menjadi {name}, atau hapus kalau memang milik program lain.',
  },
  'secrets/fine': { what: 'Tidak ada rahasia yang mudah ditebak.' },
  'secrets/short': {
    what: '{name} terlalu pendek untuk sebuah rahasia.',
    how: 'Pakai paling sedikit {least} karakter acak, misalnya dari `openssl rand -hex 32`.',
  },
  'secrets/guessable': {
    what: '{name} mudah ditebak.',
    how: 'Ganti dengan yang acak, misalnya dari `openssl rand -hex 32`. Untuk DATA_SECRET: NIP yang sudah tersegel hanya terbuka dengan rahasia yang lama.',
  },
  'folders/fine': { what: '{folder} bisa ditulisi.' },
  'folders/readOnly': {
    what: '{folder} berada di sistem berkas yang hanya bisa dibaca.',
    how: 'Pasang (mount) ulang dengan hak tulis, atau taruh Sedikit di tempat lain.',
  },
  'folders/denied': {
    what: '{folder} tidak boleh ditulisi oleh pengguna ini.',
    how: 'Jalankan sebagai pemiliknya, atau berikan foldernya: chown -R <pengguna> {folder}',
  },
  'folders/full': {
    what: '{folder} tidak menerima tulisan lagi: disknya penuh, atau kuotanya habis.',
    how: 'Kosongkan ruang (log lama, cadangan lama), lalu periksa lagi. Yang belum diterima tetap ditahan Telegram sehari.',
  },
  'folders/broken': {
    what: '{folder} tidak bisa ditulisi ({code}).',
    how: 'Lihat apakah itu memang sebuah folder dan disknya masih sehat.',
  },
  'disk/fine': { what: '{free} MB kosong di {folder}.' },
  'disk/low': {
    what: 'Tinggal {free} MB di {folder}.',
    how: 'Sediakan paling sedikit {well} MB sebelum penuh.',
  },
  'disk/full': {
    what: 'Disknya hampir penuh: tinggal {free} MB di {folder}.',
    how: 'Kosongkan ruang sekarang: basis data yang kehabisan tempat berhenti menerima apa pun.',
  },
  'disk/noInodes': {
    what: 'Ruangnya ada, tetapi tidak ada inode tersisa di {folder}.',
    how: 'Hapus berkas-berkas kecil yang menumpuk (cari dengan `df -i`).',
  },
  'disk/untold': { what: 'Dilewati: sistem ini tidak memberitahukan ruang yang kosong.' },
  'content/fine': { what: '{lessons} pelajaran dalam {tracks} jalur, tanpa kesalahan.' },
  'content/broken': {
    what: '{count} kesalahan; yang pertama: {first}',
    how: 'Perbaiki berkasnya; semuanya ditunjukkan `npm run sedikit -- lessons check`.',
  },
  'database/fine': { what: 'Terjangkau di {where}.' },
  'database/fresh': {
    what: 'Dilewati: Postgres bawaan belum dibuat; `npm start` yang membuatnya.',
  },
  'database/malformed': { what: 'Dilewati: DATABASE_URL tidak terbaca.' },
  'database/unknownHost': {
    what: 'Nama server di {where} tidak dikenal.',
    how: 'Periksa nama host di DATABASE_URL dan DNS mesin ini.',
  },
  'database/refused': {
    what: 'Tidak ada yang mendengarkan di {where}.',
    how: 'Jalankan Postgres, atau betulkan host dan port di DATABASE_URL.',
  },
  'database/silent': {
    what: '{where} tidak menjawab.',
    how: 'Biasanya firewall: buka port Postgres dari mesin ini ke sana.',
  },
  'database/password': {
    what: 'Postgres di {where} menolak nama atau sandinya.',
    how: 'Betulkan pengguna dan sandi di DATABASE_URL (dan pg_hba.conf di servernya).',
  },
  'database/absent': {
    what: 'Servernya ada, tetapi basis data di {where} belum ada.',
    how: 'Buat dengan `createdb`, atau betulkan namanya di DATABASE_URL.',
  },
  'database/full': {
    what: 'Postgres di {where} kehabisan koneksi.',
    how: 'Naikkan max_connections, atau tutup program lain yang memakainya.',
  },
  'database/starting': {
    what: 'Postgres di {where} sedang mulai atau sedang berhenti.',
    how: 'Tunggu sebentar, lalu periksa lagi.',
  },
  'database/embeddedFailed': {
    what: 'Postgres bawaan tidak bisa dibuka: {said}',
    how: 'Kerjakan yang disebut di situ; catatannya di .data/postgres/server.log.',
  },
  'database/broken': {
    what: '{where} tidak bisa dipakai: {said}',
    how: 'Lihat log Postgres, dan periksa DATABASE_URL.',
  },
  'database.version/unreached': { what: MENUNGGU_DATABASE },
  'database.version/fine': { what: 'Postgres {version}.' },
  'database.version/old': {
    what: 'Postgres {version} terlalu tua.',
    how: 'Naikkan ke Postgres {oldest} atau yang lebih baru.',
  },
  'database.rights/unreached': { what: MENUNGGU_DATABASE },
  'database.rights/fine': { what: 'Cukup, dan jejak audit tidak bisa diubah.' },
  'database.rights/missing': {
    what: '{count} tabel tidak bisa dibaca atau ditulisi: {some}.',
    how: 'Jalankan `npm run sedikit -- migrate` dengan DATABASE_OWNER_URL: haknya diberikan di situ.',
  },
  'database.rights/trail': {
    what: 'Peran yang dipakai bot juga bisa mengubah jejak audit.',
    how: 'Buat peran kedua yang memiliki tabel, dan sebut di DATABASE_OWNER_URL.',
  },
  'database.rights/superuser': {
    what: 'Bot memakai superuser basis data.',
    how: 'Buat peran biasa untuk DATABASE_URL, dan pemilik tabelnya di DATABASE_OWNER_URL.',
  },
  'database.rights/queue': {
    what: 'Tabel antrean (skema bullmq) tidak bisa dipakai.',
    how: 'Jalankan `npm run sedikit -- migrate` dengan DATABASE_OWNER_URL: haknya diberikan di situ.',
  },
  'database.rights/empty': { what: 'Dilewati: belum ada tabel.' },
  'database.extensions/unreached': { what: MENUNGGU_DATABASE },
  'database.extensions/fine': { what: 'pg_trgm terpasang.' },
  'database.extensions/absent': {
    what: 'pg_trgm belum dipasang: /cari tidak memaafkan salah ketik.',
    how: 'Sebagai superuser di basis data itu: create extension pg_trgm; lalu buat indeksnya seperti di drizzle/0003_lesson_trigrams.sql.',
  },
  'database.extensions/unavailable': {
    what: 'pg_trgm tidak ada di server ini: /cari tidak memaafkan salah ketik.',
    how: 'Pasang paket postgresql-contrib di servernya. Tanpa itu yang lain tetap jalan.',
  },
  'database.timezone/unreached': { what: MENUNGGU_DATABASE },
  'database.timezone/fine': { what: '{zone} dikenal; servernya sendiri memakai {theirs}.' },
  'database.timezone/unknown': {
    what: 'Postgres tidak mengenal zona waktu {zone}.',
    how: 'Perbarui data zona waktu di servernya (paket tzdata), atau ganti ORG_TIMEZONE.',
  },
  'database.connections/unreached': { what: MENUNGGU_DATABASE },
  'database.connections/fine': { what: '{used} dari {most} terpakai.' },
  'database.connections/tight': {
    what: 'Tinggal {free} dari {most} koneksi; satu proses bisa memerlukan {needed} lagi.',
    how: 'Naikkan max_connections di Postgres, atau kurangi prosesnya.',
  },
  'database.connections/full': {
    what: 'Semua {most} koneksi terpakai.',
    how: 'Naikkan max_connections di Postgres, atau tutup program lain yang memakainya.',
  },
  'migrations/unreached': { what: MENUNGGU_DATABASE },
  'migrations/fine': { what: 'Mutakhir; {count} migrasi sudah masuk.' },
  'migrations/none': {
    what: 'Basis data ini masih kosong.',
    how: 'Jalankan `npm run sedikit -- migrate`; `npm start` melakukannya juga.',
  },
  'migrations/behind': {
    what: '{count} migrasi belum masuk.',
    how: 'Buat cadangan, lalu jalankan `npm run sedikit -- migrate`; `npm start` melakukannya juga.',
  },
  'migrations/ahead': {
    what: 'Basis data ini lebih baru daripada program ini: {count} migrasinya tidak dikenal.',
    how: 'Jalankan versi yang memigrasikannya atau yang lebih baru; atau pulihkan cadangan dari sebelum pembaruan.',
  },
  'migrations/passedBy': {
    what: '{count} migrasi terlewat: yang lebih baru sudah masuk lebih dulu.',
    how: 'Basis data ini pernah dimigrasikan oleh cabang lain; pulihkan cadangan dari sebelum itu, lalu migrasikan lagi.',
  },
  'migrations/untold': {
    what: 'Peran di DATABASE_URL tidak boleh melihat daftar migrasi.',
    how: 'Jalankan `npm run sedikit -- migrate` dengan DATABASE_OWNER_URL: haknya diberikan di situ.',
  },
  'redis/none': { what: 'Dilewati: tanpa REDIS_URL, antrean berada di Postgres.' },
  'redis/malformed': { what: 'Dilewati: REDIS_URL tidak terbaca.' },
  'redis/fine': { what: 'Terjangkau di {where}.' },
  'redis/unknownHost': {
    what: 'Nama server di {where} tidak dikenal.',
    how: 'Periksa nama host di REDIS_URL dan DNS mesin ini.',
  },
  'redis/refused': {
    what: 'Tidak ada yang mendengarkan di {where}.',
    how: 'Jalankan Redis, betulkan REDIS_URL, atau kosongkan supaya antrean memakai Postgres.',
  },
  'redis/silent': {
    what: '{where} tidak menjawab.',
    how: 'Biasanya firewall: buka port Redis dari mesin ini ke sana.',
  },
  'redis/password': {
    what: 'Redis di {where} menolak sandi atau haknya.',
    how: 'Sebut sandinya di REDIS_URL: redis://pengguna:sandi@host:port',
  },
  'redis/loading': {
    what: 'Redis di {where} masih membaca isi simpanannya dari disk.',
    how: 'Tunggu sebentar, lalu periksa lagi.',
  },
  'redis/replica': {
    what: 'Redis di {where} adalah replika: tidak bisa ditulisi.',
    how: 'Arahkan REDIS_URL ke server utamanya.',
  },
  'redis/broken': {
    what: 'Redis di {where} tidak bisa dipakai: {said}',
    how: 'Lihat log Redis, dan periksa REDIS_URL.',
  },
  'redis.version/unreached': { what: MENUNGGU_REDIS },
  'redis.version/fine': { what: '{name} {version}.' },
  'redis.version/old': {
    what: '{name} {version} terlalu tua.',
    how: 'Naikkan ke Redis 6.2 atau yang lebih baru, atau Valkey.',
  },
  'redis.eviction/unreached': { what: MENUNGGU_REDIS },
  'redis.eviction/untold': { what: 'Dilewati: Redis ini tidak menyebut maxmemory-policy.' },
  'redis.eviction/fine': { what: 'maxmemory-policy noeviction.' },
  'redis.eviction/evicts': {
    what: 'maxmemory-policy {policy}: saat memori penuh, Redis membuang isi antrean diam-diam.',
    how: 'Tulis `maxmemory-policy noeviction` di redis.conf, lalu `redis-cli config set maxmemory-policy noeviction`.',
  },
  'redis.persistence/unreached': { what: MENUNGGU_REDIS },
  'redis.persistence/fine': { what: 'AOF menyala.' },
  'redis.persistence/snapshots': {
    what: 'AOF mati: yang sejak snapshot terakhir hilang kalau Redis mati, lalu diisi lagi dari Postgres.',
    how: 'Tulis `appendonly yes` di redis.conf, lalu `redis-cli config set appendonly yes`.',
  },
  'redis.persistence/none': {
    what: 'Redis tidak menyimpan apa pun: antrean hilang kalau Redis mati, lalu diisi lagi dari Postgres.',
    how: 'Tulis `appendonly yes` di redis.conf, lalu `redis-cli config set appendonly yes`.',
  },
  'redis.persistence/broken': {
    what: 'Redis gagal menyimpan ke disk, dan segera menolak tulisan.',
    how: 'Lihat log Redis: biasanya disknya penuh atau foldernya tidak boleh ditulisi.',
  },
  'redis.memory/unreached': { what: MENUNGGU_REDIS },
  'redis.memory/fine': { what: '{used} dari {most} MB terpakai.' },
  'redis.memory/unlimited': { what: '{used} MB terpakai, tanpa batas.' },
  'redis.memory/tight': {
    what: '{percent}% memori terpakai ({used} dari {most} MB).',
    how: 'Naikkan maxmemory sebelum penuh.',
  },
  'redis.memory/full': {
    what: 'Memorinya habis ({used} dari {most} MB): Redis menolak pekerjaan baru.',
    how: 'Naikkan maxmemory, atau lihat siapa lagi yang memakai Redis ini.',
  },
} as const satisfies SomeSaid
