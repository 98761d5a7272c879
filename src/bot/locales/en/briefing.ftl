button-briefing = Report for the head
briefing =
    <b>Report for the head of the organisation</b>, { $first } to { $last }

    Two pages, ready to print: five sentences to read aloud, a chart by department, what has changed, the use of AI at work, and three decisions that are needed. Nobody is named in it.
briefing-monday =
    The weekly report for the head of the organisation is ready, { $you }: { $first } to { $last }.

    Two pages, ready to print, and nobody is named. Ask for it at any time with /report leaders.
briefing-file = report-for-the-head-{ $day }
briefing-nobody = Nobody has joined yet, so there is nothing to report. Make an invitation with /invite.
# In the report
briefing-title = AI Learning in the Public Service
briefing-span = From { $first } to { $last }, compared with { $firstBefore } to { $lastBefore }
briefing-aloud = To be read aloud
briefing-say-joined = By { $last }, { $joined } people had joined the AI learning programme, { $more } of them in the last four weeks.
briefing-say-joined-roster = By { $last }, { $joined } people had joined the AI learning programme, { $more } of them in the last four weeks; of the { $places } names on the staff list, { $claimed } ({ $share }) have joined.
briefing-say-learned = In those four weeks, { $learned } of { $people } people ({ $share }) learned at least once; in the four weeks before, { $learnedBefore } of { $peopleBefore } ({ $shareBefore }).
briefing-say-done = { $done } of { $people } people ({ $share }) have finished the track “{ $track }”, { $more } more than four weeks ago.
briefing-say-gain = Among { $people } people who were measured before and after learning, right answers went from { $before }% to { $after }% on average.
briefing-say-right = Of { $answered } lesson questions answered in those four weeks, { $right } ({ $share }) were right at the first attempt.
briefing-say-right-none = No lesson question was answered in those four weeks.
briefing-say-work = Of { $answered } people who answered on learning day { $day }, { $often } ({ $share }) use AI at work every week or every day.
briefing-say-work-none = The use of AI at work cannot be reported yet, since fewer than { $least } people have answered.
briefing-units = People who learned, by department
briefing-units-note = The share of people who answered at least one question in those four weeks. Units of fewer than { $least } people are put together.
briefing-units-note-some = The share of people who answered at least one question in those four weeks: the { $shown } highest and lowest departments of { $total }. Units of fewer than { $least } people are put together.
briefing-others = Other units, and without a unit
briefing-value = { $part } of { $whole } ({ $share })
briefing-change = What has changed in four weeks
briefing-head-measure = Measure
briefing-head-before = Before
briefing-head-now = Now
briefing-head-change = Change
briefing-row-joined = Have joined
briefing-row-learned = Learned within four weeks
briefing-row-done = Finished the common track
briefing-row-right = Right at the first attempt
briefing-people = { $people } people
briefing-change-people = { $by } people
briefing-change-points = { $by } points
briefing-change-none = –
briefing-work = The use of AI at work
briefing-work-bar = Day { $day }: { $option }
briefing-work-note = What people answered to “{ $question }” on that learning day.
briefing-work-none = Fewer than { $least } people have answered.
briefing-decisions = Three decisions that are needed
briefing-do-invite = Have heads of departments invite those who are on the staff list and have not joined.
briefing-why-invite = { $missing } of { $places } names on the list have not joined ({ $share }).
briefing-do-slow-units = Ask the heads of these departments to set aside a fixed time to learn: { $units }.
briefing-why-slow-units = Fewer than half of their people learned in those four weeks: { $shares }.
briefing-do-coordinators = Appoint a learning coordinator in each department that has none.
briefing-why-coordinators = { $without } of { $units } departments have no coordinator.
briefing-do-time = Set aside ten minutes of working time for learning, after the morning assembly for example.
briefing-why-time = { $lagging } of { $people } people ({ $share }) have an earlier lesson standing open.
briefing-do-tasks = Name one task in each department that AI may help with, with a person answering for it.
briefing-why-tasks = Only { $often } of { $answered } people ({ $share }) use AI every week or every day.
briefing-do-rules = Adopt a one-page rule for the use of AI: which data may not go in, how results are checked, who answers for them.
briefing-why-rules = Already { $often } of { $answered } people ({ $share }) use AI every week or every day.
briefing-do-target = Set a target: what share of people finish the common track, and by when.
briefing-why-target = So far { $done } of { $people } people ({ $share }) have finished it.
briefing-do-rules-first = Adopt a one-page rule for the use of AI before it spreads.
briefing-why-rules-first = It answers three things: which data may not go in, how results are checked, who answers for them.
briefing-do-report = Have this report discussed each month at the management meeting.
briefing-why-report = It is ready every Monday.
briefing-foot = All figures are counted from the record of learning and hold nobody's name or answers. People who have moved away are not counted; those on leave or pausing are. “Points” are the difference of two rounded percentages.
briefing-page = { $organisation } · page { $number } of 2
