# --- Working calendars ---
calendar-head = <b>{ $month }</b> · { $calendar }
calendar-weekdays = Mon Tue Wed Thu Fri Sat Sun
calendar-none = No days off but weekends.
calendar-day = { $day }: { $name } ({ $kind })
calendar-own-day = { $day }: { $name } (of { $calendar } alone)
calendar-kind-holiday = national holiday
calendar-kind-collective-leave = collective leave
calendar-kind-school-holiday = school holiday
calendar-kind-regional-holiday = regional holiday
calendar-hours = Messages go out between { $span }. [ ] = off.
calendar-ramadan = Ramadan { $year } H, { $days }: between { $span }.
calendar-which = Which calendar?
calendar-which-day = Which day is no day off any more?
calendar-ask-day =
    Which day is off? Write the date, then its name: <code>3 July 2027 Founding day</code> or <code>2027-07-03 Founding day</code>.

    Changed your mind? Write <b>cancel</b>.
calendar-no-day = I found no date. Write the date first: <code>3 July 2027 Founding day</code>.
calendar-no-name = What is that day called? Write the date and the name: <code>3 July 2027 Founding day</code>.
calendar-for-whom = <b>{ $day }</b>, { $name }: off for whom?
calendar-confirm-all = Make <b>{ $day }</b> ({ $name }) a day off for <b>everybody</b>? That is { $people } people; their lessons of that day move.
calendar-confirm-calendar = Make <b>{ $day }</b> ({ $name }) a day off of the calendar <b>{ $calendar }</b>? That is { $people } people; their lessons of that day move.
calendar-confirm-unit = Make <b>{ $day }</b> ({ $name }) a day off for <b>{ $unit }</b> and the units below it? Where it has no calendar of its own, it gets one like the one that holds now.
calendar-confirm-remove = Take <b>{ $day }</b> ({ $name }) from the days off? That is { $people } people, for whom it is a working day again.
calendar-day-added = Done: the day is off. Schedules are being adjusted.
calendar-day-removed = Done: the day is off no more. Schedules are being adjusted.
calendar-known = Nothing changes: it is so already.
calendar-closes = Nothing was changed: the calendar { $calendar } would have no working day in two months from { $from }. Look at the days off again.
calendar-ask-file =
    Send a file with the days off of a year, CSV or YAML. I look at it first; nothing changes before you agree.

    As CSV:
    <pre>year,2027
    source,"Joint decree No. …"
    date,name,kind,calendar
    2027-01-01,New Year 2027,holiday,</pre>
    <code>kind</code>: holiday, collective_leave, school_holiday or regional_holiday. The column calendar may be empty.

    Changed your mind? Write <b>cancel</b>.
calendar-file-kind = By its name that file is neither CSV nor YAML. Save it as .csv and send it once more.
calendar-import-dry = This file of { $year } would change: { $added } added, { $changed } changed, { $removed } removed; { $unchanged } as they were. Nothing is written yet.
calendar-import-done = Done, for { $year }: { $added } added, { $changed } changed, { $removed } removed; { $unchanged } as they were. Schedules are being adjusted.
calendar-import-faults = This file cannot be used yet; nothing was written. Mend these lines and send it once more:
calendar-import-line = { $line }
calendar-import-more = … and { $count } more
calendar-import-too-large = That file is too large for a list of days (256 kB at the most). Nothing was written. Send the list of one year, one line a day.
calendar-import-not-given = Telegram does not give that file. Send it once more.
button-calendar-choose = Another calendar …
button-calendar-add = Add a day off
button-calendar-remove = Remove a day off …
button-calendar-import = Import a year
button-calendar-all = Everybody
calendar-one = Calendar { $calendar }
button-calendar-unit = One unit …
button-calendar-import-yes = Yes, use it
menu-kalender = Working calendar
button-help-calendar = Calendar
calendar-working = { $working ->
    [one] { $working } working day.
   *[other] { $working } working days.
}
calendar-file = calendar.png
calendar-look-working = working day
calendar-look-weekend = weekend
calendar-look-holiday = national holiday
calendar-look-collective-leave = collective leave
calendar-look-regional-holiday = regional holiday
calendar-look-school-holiday = school holiday
calendar-look-own = this unit's own
