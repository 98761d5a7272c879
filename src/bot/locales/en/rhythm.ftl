button-rhythm = Just once a week?
ask-rhythm-daily = Lessons come on each working day now, one at a time. Where the signal or the work makes that hard, those of a week (five at most) can come at once. Which day has the most room?
ask-rhythm-weekly = The lessons of a week come at once now, on <b>{ $day }</b>. Another day, or each working day again?
button-rhythm-daily = Each working day
rhythm-daily = Done. Lessons come on each working day again, one at a time. { $next }
rhythm-weekly = Done. From now on the lessons of a week come at once on <b>{ $day }</b>; on a holiday, on the nearest working day of that week. You have the week to answer them. { $next }
