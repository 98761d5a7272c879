# --- How the system is ---
status-head = <b>State of the system</b>
status-queues = Queues on { $kind }
status-queues-away = no answer. Messages are kept, and go out once the queues are back.
status-queue = · { $queue }: { $waiting } waiting, { $active } running, { $delayed } scheduled, { $failed } foreign
status-inbox-empty = In: nothing is waiting
status-inbox = In: { $waiting } waiting, the oldest for { $lag }
status-inbox-parked = In, could not be handled: { $count } ({ $kind })
status-outbox-empty = Out: nothing is waiting
status-outbox = Out, { $lane }: { $due } waiting, the oldest for { $lag }
status-lane-reply = replies
status-lane-lesson = lessons
status-lane-review = reviews
status-lane-announcement = announcements
status-lane-nudge = reminders
status-seconds = { $count } s
status-minutes = { $count } min
status-hours = { $count } h
status-sends = Sending: on, at most { $rate } bulk messages a second
status-rests = Sending: rests for { $seconds } s, as Telegram asked; then { $rate } a second
status-halted = Sending: <b>halted</b> ({ $why }). Start with a token that works; nothing is lost.
status-no-failures = Newest messages: none has failed
status-failures = Of the newest messages, failed:
status-failure = · { $count }×: { $why }
status-failed = failed without a reason
status-uncertain = may not have arrived
status-program = Program { $program } on Node { $node }
status-schema = Schema: { $applied } migrations, complete
status-schema-differs = Schema: <b>{ $applied } migrations, the program knows { $known }</b>. Restart the older processes.
status-content = Lessons { $mark }: { $tracks } tracks, { $lessons } lessons
status-postgres = Postgres { $postgres }
status-redis = Redis { $redis }
button-status-again = Look again
button-status-board = Board of the queues …
button-status-parked = Foreign jobs ({ $count })
button-status-back = Back
button-status-drop = Drop them all …
button-status-drop-yes = Yes, drop them
status-none-parked = There are no foreign jobs in the queues.
status-parked =
    { $count } of the jobs in the queues are none of this program’s. Another program, or another version, may be using the same queues.
status-parked-job = · { $queue }: { $name }
status-parked-more = · and { $count } more
status-drop = Drop all foreign jobs from the queues? This cannot be undone. Messages and lessons are not touched: they stand in Postgres.
status-dropped = Done: { $count } foreign jobs were dropped.
status-not-dropped = The queues do not answer; nothing was dropped. Try again later.
page-link =
    A page for you:
    { $url }

    This link works for five minutes and once. After it is opened, the page can be seen for an hour. Do not pass it on to anybody.
menu-status = State of the system
button-help-status = State of the system
