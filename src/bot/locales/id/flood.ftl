# Somebody who sends far too much.
slow-down = Pelan-pelan saja. Pesan yang datang terlalu cepat tidak saya baca; coba lagi sesudah satu menit. Jawaban kuis tetap tercatat.
