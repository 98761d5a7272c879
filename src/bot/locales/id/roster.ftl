button-roster = Lihat peserta
button-help-roster = Peserta
