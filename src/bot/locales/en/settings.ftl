# --- Hour and language ---
ask-hour =
    Lessons come on every working day at <b>{ $hour }</b>, time of { $zone }. Your quiet hours: { $quiet }; I never write first then.

    Which hour suits you best? Any other can be written: <b>/time 10:30</b>.
hour-set = Done. From now on lessons come at <b>{ $hour }</b>. { $next }
hour-noted = Done, noted: at <b>{ $hour }</b>. { $next }
hour-unclear = I did not understand that hour. A day goes from 00:00 to 23:59: write for example <b>/time 10:30</b>, or choose below.
hour-in-quiet = { $hour } lies within the quiet hours ({ $quiet }), so no lesson would come then. Choose another hour, or change the quiet hours first.
hour-instead = { $hour } instead
button-quiet = Quiet hours
button-zone = Time zone
ask-quiet =
    Your quiet hours now: <b>{ $quiet }</b>. I never write first then; when you ask, I still answer.

    Choose below, or write for example <b>/time quiet 20:00-06:00</b>.
quiet-unclear = I did not understand those hours. Write when it becomes quiet and until when, for example <b>/time quiet 20:00-06:00</b>.
quiet-within-a-day = Quiet hours go over the night, for example <b>20:00-06:00</b>; a quiet time at midday is not possible yet. Choose a lesson in the morning or the afternoon instead.
quiet-too-long = Quiet hours of that length leave no hour to learn. Please leave one at least.
quiet-around-hour = Your lesson comes at { $hour }, and the quiet hours would be { $quiet }. The two do not go together. Move the lesson, or choose other quiet hours.
quiet-none = none
quiet-set = Done. Your quiet hours: <b>{ $quiet }</b>. Lessons still come at { $hour }. { $next }
quiet-write = Write the quiet hours, for example <b>20:00-06:00</b>. Changed your mind? Write <b>cancel</b>.
button-quiet-office = As at the office
quiet-and-hour = Yes, and lessons at { $hour }
button-write-hours = Write other hours
ask-zone = Your hours go by <b>{ $zone }</b> now. In which zone are you?
zone-unclear = I do not know that zone. Write <b>WIB</b>, <b>WITA</b>, <b>WIT</b>, or a name such as <b>Asia/Jakarta</b>.
zone-set = Done. Your hours go by { $zone } now; it is { $clock } there. Lessons still come at <b>{ $hour }</b> local time. { $next }
zone-write = Write the zone, for example <b>WIT</b> or <b>Asia/Singapore</b>. Changed your mind? Write <b>cancel</b>.
button-write-zone = Another zone
ask-language = Choose a language:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Done, from now on in English.
