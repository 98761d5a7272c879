# --- Pausing ---
ask-pause =
    How long would you like to pause? I stay silent meanwhile, and nothing piles up.

    You can also write: <b>/pause 2-6 March</b>, <b>/pause until Monday</b>, <b>/pause sick 3 days</b>.
leave-how-long = { $kind }: for how long? Choose below, or write the days.
leave-choose = Choose below, or write for example <b>/pause 3 days</b> or <b>/pause 2-6 March</b>.
leave-which = Which do you mean?
leave-ask-days = Write the days, for example <b>2-6 March</b>, <b>tomorrow until Friday</b>, or <b>3 days from Monday</b>. Changed your mind? Write <b>cancel</b>.
leave-standing =
    <b>What holds now</b>
    { $list }
leave-line = • { $kind }: { $days }
pause-line = • Pause until you come back
leave-days = { $first } to { $last }
leave-kind-leave = Pause
leave-kind-sick = Sick leave
leave-kind-duty = Duty elsewhere
button-pause-1 = Just today
button-pause-3 = 3 days
button-pause-7 = 1 week
button-pause-14 = 2 weeks
button-pause-open = Until I come back
button-pause-other = Write the days
cancel-leave = Cancel { $days }
button-leave-shorter = One day less
button-leave-longer = One day more
button-leave-fix = Change the days
button-undo = Undo
button-resume = Go on now
button-lesson-now = Lesson now

# What cannot be had
leave-unclear = For how long? I did not understand that.
leave-no-such-day = There is no { $day } in the calendar.
leave-ends-before = Its last day comes before its first. Please write it once more.
leave-past = { $day } is over. If you mean next year, write the year too.
leave-too-far = { $day } is more than { $days } days away. Please note it when it is nearer.
leave-too-long = One pause lasts { $days } days at most. For longer, choose <b>Until I come back</b>.
leave-no-end = When it begins is clear. Until when? Write for example <b>/pause Monday to Wednesday</b>.
leave-working-days = I count days of the calendar, not working days. To be sure, write the last day: <b>/pause until Friday</b>.
leave-too-many = There are { $leaves } pauses noted already. Please cancel one of them below first.

# Noted
leave-set =
    Fine, { $you }. { $kind }: <b>{ $days }</b>. I stay silent meanwhile.

    { $next } Back earlier? Type /resume.
leave-set-ahead =
    Fine, { $you }. { $kind }: <b>{ $days }</b>. Until then all goes on as usual, and then I stay silent.

    { $next }
leave-next = After that the next lesson comes { $when }.
leave-undone = Cancelled. { $next }
paused-open = Fine, { $you }. I stay silent until you type /resume.
stopped =
    Fine, { $you }. I stop sending anything. If you want to go on one day, type /resume: all that you have learned is still there.

# --- Coming back ---
resumed = Welcome back, { $you }.{ $standing } { $next }
not-paused = You are not on pause, { $you }. { $next }
pause-until-open = until you type /resume
pause-until-day = until { $day }
return-standing = So far you have been through { $done } of { $total } lessons, and nothing is lost.
return-greeting = Welcome back, { $you }. { $standing } Nothing has piled up: there is this one lesson, and I spread earlier questions over the coming days.
return-nudge =
    Welcome back, { $you }. { $standing } Nothing has piled up: only <b>{ $lesson }</b> has been waiting since { $since }. Start there whenever it suits you.
