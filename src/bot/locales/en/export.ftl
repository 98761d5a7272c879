button-help-export = Export
button-export-xlsx = Workbook (XLSX)
button-export-csv = CSV (in a ZIP)
button-export-xapi = Learning records (xAPI)
button-export-again = Try again
button-export-link = Download link
button-export-fetch = Download
export-choose =
    <b>Export</b>

    The file holds people, lessons that were sent, answers, questions, units and certificate records, with what each column means. There is personal data in it: keep it safely, and delete it when it is no longer needed. Every export is recorded.

    Which form do you need?
export-choose-units =
    <b>Export of your units</b>

    The file holds people, lessons that were sent, units and certificate records, with what each column means. It has no answers and no scores, and no leaders. There is personal data in it: keep it safely. Every export is recorded.

    Which form do you need?
export-busy = Two exports of yours are under way. Please wait until one of them is done.
export-asked = ⏳ { $format }: being prepared. The file comes here, so you can do something else meanwhile.
export-running = ⏳ { $format }: { $done } of { $total } rows.
export-done = ✅ { $format }: { $rows } rows, { $size }. The file is below this message and is kept for an hour.
export-failed-not-allowed = The export was stopped: the role that allowed it was taken back. If that is a mistake, please ask the admin in your office.
export-failed-no-address = The file is larger than Telegram takes (50 MB), and this server has no address from which it could be fetched. Ask whoever runs the server to set PUBLIC_URL, or choose another form.
export-failed-too-large = The file is too large to be kept here. Choose another form, or ask whoever runs the server to take it from the database.
export-failed-broken = Sorry, this export broke half-way. It was noted for whoever runs the server. There is no half of a file.
export-file = { $rows } rows. What each column means stands in the table <i>definitions</i>.
export-link = The file has { $size }, too large to be sent here. This link is good for one download, until { $until }. Do not pass it on: whoever opens it gets the file.
export-megabytes = { $size } MB
export-kilobytes = { $size } KB
export-people-person-id = A random number of somebody; the same in all tables, and without meaning elsewhere. Empty: has not joined
export-people-name = The name as the person wrote it, or as it stands on the roster
export-people-unit = Unit
export-people-role = The kind of work, which decides on the person’s track
export-people-state = joining; active; paused; unreachable: nothing can be sent; moved_away; not_joined: on the roster, and has not joined
export-people-joined-on = Day of joining
export-people-last-seen-on = Day on which the person last wrote or tapped something
export-people-on-roster = Stands on the roster
export-people-lessons-sent = Lessons that were sent
export-people-lessons-done = Lessons whose quiz was answered
export-deliveries-delivery-id = Number of the delivery
export-deliveries-person-id = Who got it; see the table people
export-deliveries-unit = The person’s unit now
export-deliveries-track = Track
export-deliveries-lesson = Lesson
export-deliveries-position = Place in the track, from 1
export-deliveries-due-on = Day on which the lesson was due, in the person’s zone
export-deliveries-sent-at = When Telegram took it, in the organisation’s zone
export-deliveries-closed-at = When it was answered or skipped
export-deliveries-state = open: not answered; answered; skipped; undelivered: did not arrive
export-answers-answer-id = Number of the answer
export-answers-person-id = Who answered; see the table people
export-answers-question = Question; see the table items
export-answers-version = Version of the question; another meaning makes a new one
export-answers-occasion = lesson: the lesson’s quiz; review; assessment: a test before or after
export-answers-option = Key of the option that was tapped
export-answers-correct = Right
export-answers-sure = Sure of the answer; empty: was not asked
export-answers-answered-at = When it was answered, in the organisation’s zone
export-items-question = Question
export-items-version = Version of the question
export-items-lesson = The lesson that has it
export-items-wording = Wording
export-items-key = Key of the right option
export-items-answers = All answers, with reviews and tests
export-items-correct = Those that were right
export-items-first-answers = Answers to the lesson’s quiz, which are a person’s first
export-items-first-correct = Those that were right
export-units-unit-id = A random number of the unit
export-units-unit = Name of the unit
export-units-parent = The unit above it
export-units-sector = Sector whose track is taken; empty: as the unit above
export-units-people = People who have joined and not moved away
export-units-roster-places = Names on this unit’s roster
export-units-places-claimed = Those whose people have joined
export-personnel-nip = NIP, where the person put it on the certificate or the roster has it
export-personnel-name = Name as printed on the certificate
export-personnel-unit = Unit as printed on the certificate
export-personnel-track = Track
export-personnel-track-title = Title of the track
export-personnel-started-on = Day of the first lesson
export-personnel-completed-on = Day on which the track was done
export-personnel-issued-on = Day of the certificate
export-personnel-jp = Training hours (JP); empty: not set, or no civil servant
export-personnel-jp-basis = The rule by which the hours were set
export-personnel-certificate-number = Number of the certificate
export-personnel-revoked-on = Day on which it was revoked; empty: it holds
