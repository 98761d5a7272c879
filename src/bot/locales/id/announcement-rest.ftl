announcement-moved-away = Sudah pindah, jadi tidak dikirimi: { $count }.
announcement-unclaimed = Ada di daftar peserta tetapi belum bergabung, jadi tidak termasuk: { $count }.
