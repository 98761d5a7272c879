reload-unchanged = Materi di folder sama dengan yang sedang dipakai. Tidak ada yang perlu dimuat ulang.
reload-done =
    <b>Materi sudah dimuat ulang.</b>

    { $what }
reload-unseen = Yang berubah hanya keterangan yang tidak dilihat peserta.
reload-added = Pelajaran baru ({ $count }): { $names }
reload-reworded = Pelajaran yang isinya diperbarui ({ $count }): { $names }
reload-withdrawn = Pelajaran yang ditarik ({ $count }): { $names }. Yang sudah terkirim tetap bisa dijawab.
reload-changed = Soal yang maksudnya berubah ({ $count }): { $names }. Statistiknya dihitung dari awal.
reload-respelled = Soal yang hanya dirapikan ({ $count }): { $names }. Statistiknya berlanjut.
reload-others = dan { $more } lainnya
reload-refused =
    <b>Materi yang baru belum bisa dipakai.</b> Materi lama tetap berjalan, jadi peserta tidak merasakan apa-apa. Yang perlu diperbaiki:

    { $problems }
reload-problem = <code>{ $place }</code> { $problem }
reload-more-problems = Masih ada { $more } lagi. Semuanya terlihat dengan <code>npm run sedikit -- lessons check</code>
