announcement-moved-away = Sudah pindah, jadi tidak dikirimi: { $count }.
announcement-unclaimed = Ada di daftar pegawai tetapi belum bergabung, jadi tidak termasuk: { $count }.
announcement-closing-hour = Jam kerja sudah selesai, jadi sisanya saya tahan dulu dan saya lanjutkan sendiri { $when }. Tekan “Lanjutkan” kalau mau dikirim sekarang juga, di luar jam kerja.
