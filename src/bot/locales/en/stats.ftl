stats-title = Statistics
stats-head =
    <b>Statistics · { $name }</b>
    { $period }
stats-everybody = all units
stats-my-units = all your units
stats-until = until { $date }
stats =
    { $head }

    Joined: <b>{ $joined }</b> people, new: { $fresh }{ $roster }
    Active: { $active }
    On schedule: { $schedule }
    Done with the common track: { $done }

    Lessons that arrived: { $arrived }
    Answered: { $answered }{ $right }
    Time to answer (median): { $wait }

    Lagging: <b>{ $lagging }</b> · on pause or leave: { $away } · out of reach: { $unreachable }
stats-roster = Of the roster, joined: { $claimed }
stats-right =
    Right at first: { $right }
    Reviews right: { $reviewed }
stats-empty =
    { $head }

    Nobody has joined yet. Make an invitation with /invite and share its link.
stats-few =
    { $head }

    Joined: { $joined } people. Fewer than { $least }: no details are shown, so that nobody is pointed at.
stats-rate = { $part } of { $whole } ({ $share })
stats-rate-interval = { $part } of { $whole } ({ $share }; 95% interval: { $low }–{ $high })
stats-rate-none = none yet
stats-under-a-minute = under a minute
stats-minutes = about { $minutes } minutes
stats-hours = about { $hours } hours
stats-days = about { $days } days
stats-file = statistics.png
button-stats-today = Today
button-stats-week = This week
button-stats-month = This month
button-stats-all = All
button-stats-units = By unit
button-stats-lessons = By lesson
button-stats-nudges = Reminders by period
button-stats-times = When people answer
button-stats-announcements = Announcements
button-stats-retention = Who stays
button-stats-whole = Overview
button-stats-up = One level up
stats-units-of = Units of { $name }
stats-units-mine = Your units
stats-units =
    <b>{ $name }</b>
    { $period }, { $first } to { $last } of { $total }; those who most need a hand first.

    { $units }
stats-unit =
    <b>{ $name }</b>
    on schedule { $schedule }; answered { $answered }
stats-unit-few =
    <b>{ $name }</b>
    { $people } people; fewer than five are not broken down
stats-lessons-title = By lesson
stats-lessons =
    <b>By lesson</b>, { $first } to { $last } of { $total }
    { $period }

    { $lessons }
stats-lesson =
    <b>{ $title }</b>
    answered { $answered }; right at first { $right }
stats-lesson-taken =
    <b>{ $title }</b>
    answered { $answered }
stats-lessons-none =
    <b>By lesson</b>
    { $period }

    No lesson was due in that time.
stats-nudges-title = Reminders
stats-nudges =
    <b>Reminders</b>
    { $period }

    { $steps }

    { $note }
stats-nudge-step = Reminder { $step }
stats-nudge = { $name }: followed by an answer { $followed }
stats-nudges-note = Followed by an answer: the lesson was answered within 24 hours of the reminder. Some might have answered without one too; what reminders themselves do is in “What reminders did”.
stats-nudges-note-short = Followed by an answer: the lesson was answered within 24 hours of the reminder. Some might have answered without one too.
stats-nudges-none =
    <b>Reminders</b>
    { $period }

    No reminder was sent in that time.
stats-announcements-title = Announcements
stats-announcements =
    <b>Announcements</b>, { $first } to { $last } of { $total }
    { $period }

    All together: arrived { $sent }; marked as read { $read }

    { $lines }
stats-announcement =
    <b>{ $name }</b>
    arrived { $sent }; marked as read { $read }
stats-announcement-nobody = no name
stats-announcements-picture = Arrived, of all recipients, { $period }
stats-announcements-note = Arrived: accepted by Telegram. Read: its button was pressed; Telegram does not tell a bot whether a message is read.
stats-announcements-none =
    <b>Announcements</b>
    { $period }

    No announcement was sent in that time.
stats-times-title = When people answer
stats-times =
    <b>When people answer</b>
    { $period }

    { $answers } answers, by each person’s own clock.
    Busiest hour: from { $hour }, { $atHour }
    Busiest day: { $day }, { $onDay }
    Time to answer (median): { $wait }
stats-times-none =
    <b>When people answer</b>
    { $period }

    Nothing was answered in that time.
stats-retention-title = Who stays
stats-retention =
    <b>Who stays</b>{ $unit }
    By week of joining: how many still answered in the last week that is over.

    { $weeks }

    Active two weeks running: { $kept }
stats-cohort = { $day } ({ $people })
stats-cohort-line = { $name }: in week { $week }, active { $active }
stats-cohort-new = { $name }: their first week is not over yet
stats-retention-none =
    <b>Who stays</b>{ $unit }

    Nobody has joined in the last eight weeks.
stats-turned = That period ends ({ $to }) before it begins ({ $from }). Write the earlier date first, for example <code>{ $command } 1-15 November</code>.
stats-no-such-day = There is no date “{ $typed }”. What I understand: <code>{ $command } 1-15 November</code>, <code>{ $command } this month</code>.
stats-no-such-unit = There is no unit called “{ $typed }”, and it is no period that I know either. The names of units are in /stats unit; a period looks like <code>{ $command } this month</code> or <code>{ $command } 1-15 November</code>.
stats-no-such-period = “{ $typed }” is no period that I know. What I understand: <code>{ $command } this week</code>, <code>{ $command } 1-15 November</code>, <code>{ $command } all</code>.
stats-which-unit = { $count } units fit “{ $typed }”. Which one?
stats-which-unit-more = { $count } units fit “{ $typed }”. These are the first { $shown }; write more of the name if yours is not among them.
stats-unknown =
    I do not understand “{ $typed }” yet. What can be opened:

    /stats: the overview
    /stats unit, or with its name
    /stats lessons
    /stats items
    /stats reminders
    /stats announcements
    /stats tracks
    /stats roles
    /stats hours
    /stats retention
    /stats learning

    A period may follow: today, this week, this month, all, or 1-15 November.
# In the picture
stats-stage-joined = Joined, of those who wrote to the bot
stats-stage-roster = Joined, of the roster
stats-stage-active = Active
stats-stage-schedule = On schedule
stats-stage-done = Done with the common track
stats-stage-answered = Lessons answered
stats-stage-right = Right at first
stats-funnel-note = On schedule (as it stands now): no lesson is left open from before the last working day, and something was answered within the last ten.
stats-units-picture = Share of people on schedule now
stats-units-note = { $first } to { $last } of { $total }; those who most need a hand first.
stats-lessons-picture = Answered, of those that arrived, { $period }
stats-lessons-note = Lessons { $first } to { $last } of { $total }.
stats-nudges-picture = Followed by an answer in 24 hours, { $period }
stats-times-picture = When they answer, { $period }
stats-times-note = { $answers } answers, by each person’s own clock. The darker, the more; the darkest: { $most } answers.
stats-retention-picture = Active in weeks 0 to 7 since joining
stats-retention-note = Left: week of joining, from Monday, and how many people. Weeks that are not over are empty.
stats-range-note = Thin line: 95% interval; the true share very likely lies within it.
