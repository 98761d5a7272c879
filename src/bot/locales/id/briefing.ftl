button-briefing = Laporan pimpinan
briefing =
    <b>Laporan untuk pimpinan</b>, { $first } sampai { $last }

    Dua halaman, siap dicetak: lima kalimat untuk dibacakan, grafik menurut OPD, perubahan, pemakaian AI dalam pekerjaan, dan tiga keputusan yang diperlukan. Tidak ada nama orang di dalamnya.
briefing-monday =
    Laporan mingguan untuk pimpinan sudah siap, { $you }: { $first } sampai { $last }.

    Dua halaman, siap dicetak, tanpa nama orang. Bisa diminta lagi kapan saja dengan /laporan pimpinan.
briefing-file = laporan-pimpinan-{ $day }
briefing-nobody = Belum ada yang bergabung, sehingga belum ada yang dapat dilaporkan. Buat undangan dengan /undang.
# Di dalam laporan
briefing-title = Laporan Pembelajaran AI bagi Aparatur
briefing-span = Periode { $first } sampai dengan { $last }, dibandingkan dengan { $firstBefore } sampai dengan { $lastBefore }
briefing-aloud = Untuk dibacakan
briefing-say-joined = Sampai dengan { $last }, { $joined } aparatur telah bergabung dalam pembelajaran AI, bertambah { $more } orang dalam empat minggu terakhir.
briefing-say-joined-roster = Sampai dengan { $last }, { $joined } aparatur telah bergabung dalam pembelajaran AI, bertambah { $more } orang dalam empat minggu terakhir; dari { $places } nama dalam daftar aparatur, { $claimed } ({ $share }) sudah bergabung.
briefing-say-learned = Dalam empat minggu tersebut, { $learned } dari { $people } aparatur ({ $share }) belajar sedikitnya satu kali; pada empat minggu sebelumnya { $learnedBefore } dari { $peopleBefore } ({ $shareBefore }).
briefing-say-done = Jalur “{ $track }” telah diselesaikan oleh { $done } dari { $people } aparatur ({ $share }), bertambah { $more } orang dibandingkan dengan empat minggu sebelumnya.
briefing-say-gain = Pada { $people } aparatur yang diukur sebelum dan sesudah belajar, jawaban yang tepat berubah dari rata-rata { $before }% menjadi { $after }%.
briefing-say-right = Dari { $answered } pertanyaan pelajaran yang dijawab dalam empat minggu tersebut, { $right } ({ $share }) langsung dijawab dengan benar.
briefing-say-right-none = Dalam empat minggu tersebut belum ada pertanyaan pelajaran yang dijawab.
briefing-say-work = Dari { $answered } aparatur yang menjawab pada hari belajar ke-{ $day }, { $often } ({ $share }) memakai AI dalam pekerjaannya setiap minggu atau setiap hari.
briefing-say-work-none = Pemakaian AI dalam pekerjaan belum dapat dilaporkan, karena yang menjawab pertanyaannya masih kurang dari { $least } orang.
briefing-units = Aparatur yang belajar menurut OPD
briefing-units-note = Persentase aparatur yang menjawab sedikitnya satu pertanyaan dalam empat minggu tersebut. Unit dengan kurang dari { $least } orang digabung.
briefing-units-note-some = Persentase aparatur yang menjawab sedikitnya satu pertanyaan dalam empat minggu tersebut: { $shown } OPD tertinggi dan terendah dari { $total }. Unit dengan kurang dari { $least } orang digabung.
briefing-others = Unit lain dan tanpa unit
briefing-value = { $part } dari { $whole } ({ $share })
briefing-change = Perubahan dalam empat minggu
briefing-head-measure = Ukuran
briefing-head-before = Sebelumnya
briefing-head-now = Sekarang
briefing-head-change = Perubahan
briefing-row-joined = Telah bergabung
briefing-row-learned = Belajar dalam empat minggu
briefing-row-done = Menyelesaikan jalur umum
briefing-row-right = Langsung menjawab benar
briefing-people = { $people } orang
briefing-change-people = { $by } orang
briefing-change-points = { $by } poin
briefing-change-none = –
briefing-work = Pemakaian AI dalam pekerjaan
briefing-work-bar = Hari ke-{ $day }: { $option }
briefing-work-note = Jawaban aparatur atas pertanyaan “{ $question }” pada hari belajar tersebut.
briefing-work-none = Yang menjawab masih kurang dari { $least } orang.
briefing-decisions = Tiga keputusan yang diperlukan
briefing-do-invite = Menugaskan kepala OPD mengajak aparatur yang terdaftar tetapi belum bergabung.
briefing-why-invite = { $missing } dari { $places } nama dalam daftar belum bergabung ({ $share }).
briefing-do-slow-units = Meminta kepala OPD berikut menyediakan waktu belajar yang tetap: { $units }.
briefing-why-slow-units = Kurang dari separuh aparaturnya belajar dalam empat minggu tersebut: { $shares }.
briefing-do-coordinators = Menunjuk koordinator pembelajaran pada setiap OPD yang belum memilikinya.
briefing-why-coordinators = { $without } dari { $units } OPD belum memiliki koordinator.
briefing-do-time = Menetapkan sepuluh menit belajar dalam jam kerja, misalnya sesudah apel.
briefing-why-time = Pada { $lagging } dari { $people } aparatur ({ $share }) ada pelajaran lama yang belum dijawab.
briefing-do-tasks = Menetapkan satu pekerjaan pada setiap OPD yang boleh dibantu AI, dengan manusia sebagai penanggung jawab.
briefing-why-tasks = Baru { $often } dari { $answered } aparatur ({ $share }) memakai AI setiap minggu atau setiap hari.
briefing-do-rules = Menetapkan aturan pakai AI satu halaman: data yang tidak boleh dimasukkan, pemeriksaan hasil, dan penanggung jawab.
briefing-why-rules = Sudah { $often } dari { $answered } aparatur ({ $share }) memakai AI setiap minggu atau setiap hari.
briefing-do-target = Menetapkan target: berapa persen aparatur yang menyelesaikan jalur umum, dan sampai kapan.
briefing-why-target = Saat ini { $done } dari { $people } aparatur ({ $share }) telah menyelesaikannya.
briefing-do-rules-first = Menetapkan aturan pakai AI satu halaman sebelum pemakaiannya meluas.
briefing-why-rules-first = Aturannya menjawab tiga hal: data yang tidak boleh dimasukkan, pemeriksaan hasil, dan penanggung jawab.
briefing-do-report = Menetapkan bahwa laporan ini dibahas setiap bulan dalam rapat pimpinan.
briefing-why-report = Laporan ini siap setiap hari Senin.
briefing-foot = Semua angka dihitung dari catatan pembelajaran dan tidak memuat nama atau jawaban seseorang. Aparatur yang telah pindah tidak dihitung; yang sedang cuti atau jeda tetap dihitung. “Poin” adalah selisih dua persentase yang dibulatkan.
briefing-page = { $organisation } · halaman { $number } dari 2
