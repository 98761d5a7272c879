when-day = { $weekday }, { $date }, at { $hour }
when-today = today at { $hour }
when-tomorrow = tomorrow at { $hour }
# What comes next, as a sentence
next-due = The next lesson comes { $when }.
next-open = There are lessons still waiting for your answer; type /today to open them again.
next-open-below = A lesson still waits for your answer; the button below opens it again.
next-return = Lessons wait until you type /resume.
next-rest = From now on a few earlier questions come twice a week, so that what you know stays, and once a month a case from everyday work.
since-today = today
since-yesterday = yesterday
since-day = { $weekday }
since-date = { $date }
