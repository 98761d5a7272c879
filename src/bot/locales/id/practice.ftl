# --- Tugas ---
button-do-task = Kerjakan tugas
ask-reply =
    Tugas dari <b>{ $lesson }</b>:

    { $task }

    Tuliskan hasilnya di sini, cukup satu pesan. Pakai contoh rekaan atau samarkan dulu petunjuk tentang orang. Yang Anda tulis hanya untuk Anda, kecuali nanti Anda pilih membagikannya. Kalau tidak jadi, tulis <b>batal</b>.
reply-will-replace = Anda sudah pernah mengirim jawaban untuk tugas ini. Yang baru akan menggantikannya.
reply-kept = Terima kasih, { $you }. Jawaban tugas Anda sudah saya simpan.
reply-replaced = Terima kasih, { $you }. Jawaban yang baru sudah menggantikan yang lama.
reply-next-step = Satu langkah lagi: bandingkan hasil Anda dengan tujuan pelajarannya. <i>{ $objective }</i>
reply-who-sees = Sekarang jawaban ini hanya untuk Anda. Kalau dibagikan, koordinator melihat nama dan tulisan Anda, bukan nilai. Mau diperbaiki? Tekan lagi <b>Kerjakan tugas</b>; yang baru menggantikan yang lama.
reply-private = Jawaban ini tersimpan untuk Anda saja.
reply-shared = Jawaban ini sekarang bisa dilihat koordinator Anda, dengan nama Anda. Berubah pikiran? Simpan lagi untuk Anda sendiri, atau hapus.
reply-dropped = Jawaban itu sudah dihapus; tulisannya tidak tersimpan lagi.
button-share-reply = Bagikan ke koordinator
button-keep-reply = Simpan untuk saya
button-drop-reply = Hapus jawaban ini
only-text-kept = Yang bisa saya simpan hanya tulisan. Ketikkan isinya, ya. Kalau tidak jadi, tulis <b>batal</b>.
text-too-long = Tulisan itu terlalu panjang untuk saya. Ringkas dulu, paling banyak { $most } huruf.
no-task-yet = Belum ada pelajaran yang sampai kepada Anda, jadi belum ada tugasnya. Ketik /materi untuk memulai.

# --- Tugas yang dibagikan, untuk koordinator ---
button-shared-replies = Tugas yang dibagikan
shared-none = Belum ada tugas yang dibagikan kepada Anda.
shared-reply =
    <i>{ $position } dari { $total }</i>
    <b>{ $name }</b>, { $unit }
    Tugas: { $lesson }

    { $text }
shared-praised = <i>Sudah diapresiasi.</i>
button-praise = Beri apresiasi
praised = Koordinator Anda membaca tugas yang Anda bagikan, dan menghargainya. Teruskan, sedikit demi sedikit. 🪨
coordinators-only = Bagian itu khusus koordinator dan admin. Kalau Anda memerlukannya, silakan hubungi admin di kantor Anda.

# --- Tulisan yang belum jelas maksudnya ---
ask-meaning = Tulisan itu apa, ya? Belum saya simpan, dan belum saya teruskan kepada siapa pun.
ask-meaning-of = Tulisan itu apa, ya: jawaban tugas dari <b>{ $lesson }</b>, pertanyaan, atau bukan apa-apa? Belum saya teruskan kepada siapa pun, dan saya lupakan kalau tidak dipilih dalam satu jam.
button-meant-task = Jawaban tugas
button-meant-question = Pertanyaan
button-meant-nothing = Bukan apa-apa
meant-task = Baik, saya catat sebagai jawaban tugas.
meant-question = Baik, saya catat sebagai pertanyaan.
meant-nothing = Baik, tulisan itu saya lupakan. Selebihnya ada di /bantuan.
draft-gone = Tulisan itu sudah saya lupakan. Silakan kirim lagi kalau masih perlu.

# --- Pertanyaan ---
button-ask = Tanya
ask-question = Apa yang ingin Anda tanyakan? Tuliskan dalam satu pesan. Kalau tidak jadi, tulis <b>batal</b>.
ask-question-about = Apa yang ingin Anda tanyakan tentang <b>{ $lesson }</b>? Tuliskan dalam satu pesan. Kalau tidak jadi, tulis <b>batal</b>.
question-goes-coordinator = Pertanyaan Anda dibaca koordinator unit Anda, dengan nama Anda.
question-goes-admin = Unit Anda belum punya koordinator, jadi pertanyaan Anda dibaca admin, dengan nama Anda.
question-goes-nobody = Terus terang, saat ini belum ada koordinator atau admin yang bisa menjawab. Pertanyaan Anda tetap saya simpan, dan terlihat oleh mereka begitu ada.
question-at-coordinator = Terima kasih, { $you }. Pertanyaan Anda sudah saya teruskan ke koordinator. Jawabannya datang di sini.
question-at-admin = Terima kasih, { $you }. Pertanyaan Anda sudah saya teruskan ke admin. Jawabannya datang di sini.
question-at-nobody = Terima kasih, { $you }. Pertanyaan Anda tersimpan, tetapi terus terang belum ada koordinator atau admin yang bisa menjawab. Begitu ada, mereka melihatnya, dan jawabannya datang di sini.
button-withdraw-question = Tarik pertanyaan
question-dropped = Pertanyaan itu sudah ditarik; tulisannya tidak tersimpan lagi.
question-withdrawn = Pertanyaan ini sudah ditarik oleh penanyanya.
question-gone = Pertanyaan itu sudah tidak ada.
question-answered = Pertanyaan itu sudah dijawab. Terima kasih sudah mau membantu.
question-held-by-coordinator = Pertanyaan itu sudah lebih dulu diambil koordinator lain. Terima kasih sudah sigap. Kalau nanti batal dijawab, tombolnya muncul lagi di sini.
question-held-by-admin = Pertanyaan itu sudah lebih dulu diambil admin. Terima kasih sudah sigap. Kalau nanti batal dijawab, tombolnya muncul lagi di sini.
question-taken-by-coordinator = <i>Sedang dijawab koordinator lain.</i>
question-taken-by-admin = <i>Sedang dijawab admin.</i>
question-yours = <i>Anda yang sedang menjawabnya.</i>
question-done = <i>Sudah dijawab.</i>
question-risen-coordinator = Maaf sudah menunggu, { $you }. Pertanyaan ini belum sempat dijawab, jadi saya teruskan juga ke koordinator di atasnya. Jawabannya tetap datang di sini.
question-risen-admin = Maaf sudah menunggu, { $you }. Pertanyaan ini belum sempat dijawab, jadi saya teruskan juga ke admin. Jawabannya tetap datang di sini.
question =
    Pertanyaan dari <b>{ $name }</b>, { $unit }:

    { $text }
question-about =
    Pertanyaan dari <b>{ $name }</b>, { $unit }, tentang <b>{ $lesson }</b>:

    { $text }
button-answer = Jawab
button-give-back = Lepaskan
ask-answer = Tuliskan jawaban untuk <b>{ $name }</b> dalam satu pesan. Ia melihat peran Anda, bukan nama Anda. Selama Anda menulis, yang lain tahu bahwa pertanyaan ini sedang dijawab. Kalau tidak jadi, tekan <b>Lepaskan</b> atau tulis <b>batal</b>.
answer-sent = Terima kasih. Jawaban Anda sudah saya kirim.
answer-given-back = Baik, pertanyaan itu saya lepaskan. Ia tetap menunggu, dan yang lain bisa menjawabnya.
answer-from-coordinator =
    <b>Jawaban dari koordinator Anda</b>

    { $text }
answer-from-admin =
    <b>Jawaban dari admin</b>

    { $text }
button-ask-again = Tanya lagi
button-open-questions = Pertanyaan terbuka
questions-none = Tidak ada pertanyaan yang menunggu jawaban.
questions-place = <i>{ $position } dari { $total } pertanyaan yang menunggu</i>
