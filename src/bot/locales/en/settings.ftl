# --- Pausing ---
ask-pause = How long would you like to pause? I stay silent meanwhile, and nothing piles up.
button-pause-1 = Just today
button-pause-3 = 3 days
button-pause-7 = 1 week
button-pause-14 = 2 weeks
button-pause-open = Until I come back
paused-until = Fine, { $you }. I stay silent until <b>{ $until }</b>. { $next } Back earlier? Type /resume.
paused-open = Fine, { $you }. I stay silent until you type /resume.
pause-unclear = For how long? Write for example <b>/pause 3 days</b>, from 1 to 90 days, or choose below.
resumed = Welcome back, { $you }. { $next }
not-paused = You are not on pause, { $you }. { $next }
pause-until-open = until you type /resume
pause-until-day = until { $day }
stopped =
    Fine, { $you }. I stop sending anything. If you want to go on one day, type /resume: all that you have learned is still there.

# --- Hour and language ---
ask-hour = Lessons come on every working day at <b>{ $hour }</b>. Which hour suits you best?
hour-set = Done. From now on lessons come at <b>{ $hour }</b>. { $next }
hour-noted = Done, noted: at <b>{ $hour }</b>. { $next }
hour-unclear = I did not understand that hour. Write for example <b>/time 10:30</b>, between 07:00 and 17:59, or choose below.
ask-language = Choose a language:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Done, from now on in English.
