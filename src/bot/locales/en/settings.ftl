# --- Hour and language ---
ask-hour = Lessons come on every working day at <b>{ $hour }</b>. Which hour suits you best?
hour-set = Done. From now on lessons come at <b>{ $hour }</b>. { $next }
hour-noted = Done, noted: at <b>{ $hour }</b>. { $next }
hour-unclear = I did not understand that hour. Write for example <b>/time 10:30</b>, between 07:00 and 17:59, or choose below.
ask-language = Choose a language:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Done, from now on in English.
