export-narrow =
    In it: <b>{ $what }</b>. Narrow it with the buttons below, or write it at once: <code>/export xlsx Dinas Pendidikan 1-30 November</code>.
export-narrowed = Only { $what }.
export-all-units = all units
export-all-time = from the beginning
export-of-unit = { $unit } and the units below it
export-filter-unit = Only { $unit } and all units below it
export-filter-period = Only { $period }: lessons by the day they were due, answers and questions by the day of the answer, certificates by their date. People and units as they are now
export-which-below = Which unit below <b>{ $unit }</b>? All units below it come with it.
export-no-units-below = There is no other unit below <b>{ $unit }</b>.
export-turned = That period ends ({ $to }) before it begins ({ $from }), so nothing is exported. Write the earlier date first: <code>/export xlsx 1-15 November</code>.
export-no-such-day = There is no day “{ $typed }”, so nothing is exported. I understand, for one, <code>/export xlsx 1-15 November</code>.
export-no-such-unit = No unit is called “{ $typed }”, so nothing is exported. Choose it with the button below /export.
button-export-unit = One unit …
button-export-all-units = All units
