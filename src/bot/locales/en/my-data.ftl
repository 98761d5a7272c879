# --- My data ---
my-data =
    <b>Your data here, { $you }</b>

    Name: <b>{ $name }</b>
    Telegram account number: { $account }
    Unit: { $unit }
    Work: { $role }
    Joined: { $joined }

    Lessons { $lessons } · answers { $answers } · tasks { $replies } · questions { $questions } · certificates { $certificates } · records of messages { $messages }

    { $standing }

    All of it is your right: to see and take it, correct it, restrict it, take your consent back, or erase it. You need no reason, and nobody's help.
my-data-none = none yet
my-data-used = This data is used to send you lessons and to reckon your progress.
my-data-restricted = ⏸ You are <b>restricting</b> its use: it is kept and no more, nothing is sent or counted.
my-data-withdrawn = ⏹ You have <b>taken your consent back</b>: nothing is sent or counted, and the data waits to be erased.
button-data-file = 📄 See and take all of it
button-data-fix = ✏️ Correct
button-data-restrict = ⏸ Restrict
button-data-release = ▶️ Go on again
button-data-withdraw = ⏹ Take my consent back
button-data-agree-again = ▶️ Agree again, go on
button-data-erase = 🗑 Erase all my data
button-data-back = ← My data
button-data-mine = My data

data-fix =
    What shall be corrected?

    You can change your name and your work yourself. Your unit (now: <b>{ $unit }</b>) is changed by a coordinator; if it is wrong, send them a question. The name on certificates is corrected with /certificate.
button-data-name = Name
button-data-role = Work
button-data-unit = Write to the coordinator
data-ask-name = Your name here: <b>{ $name }</b>. Type the right one, or type <b>cancel</b>.
data-name-set = Fine, { $you }. Your name is corrected.
data-role-set = Your work is now: <b>{ $role }</b>. The next lessons follow.
data-undone = It is as it was.

data-confirm-restrict =
    <b>Restricting the use of your data</b>

    What happens at once:
    • No more lessons, reminders or announcements.
    • You stand in no coordinator's list, and are not counted in coming reports.
    • Your data is kept as it is. Certificates stay valid.

    You can go on at any time from /mydata.
button-data-restrict-yes = Yes, restrict
data-is-restricted = ⏸ Fine. Your data is now kept and no more: nothing is sent or counted. To learn again, press the button below.
data-released = ▶️ Good to have you back, { $you }. Lessons go on as usual.
data-role-first = You are a coordinator or an admin. First hand the role over with /role, or ask an admin to take it, and then try again. As long as you are responsible for others, the records are needed.

data-confirm-withdraw =
    <b>Taking your consent back</b>

    What happens at once:
    • Nothing is sent, counted, or shown to coordinators any more.
    • Your data is kept for { $days } more days, in case you change your mind, and is then erased by itself.
    • Until then you can still take your data, agree again, or erase it at once.

    What was done before stays lawful.
button-data-withdraw-yes = Yes, take it back
data-is-withdrawn = ⏹ Your consent is taken back, and everything has stopped. Your data is erased by itself in { $days } days, unless you agree again before that.

data-confirm-erase =
    <b>Erasing all your data</b>

    What goes and <b>cannot be brought back</b>: your name, account number, unit, all lessons and answers, tasks, questions, leave and pauses, your NIP, your name on the staff list that is kept here, roles, and all records of messages.

    What stays, without your name:
    • The numbers and dates of certificates. A register must have no gaps. Whoever scans the code is told only that its holder's data was erased.
    • The trail of who did what, with a random number that leads to nobody any more.
    • Answers that you wrote as a coordinator, with whoever asked, without your name.

    What is beyond my reach:
    • The messages in this chat are yours: delete the chat yourself if you wish.
    • Backups and records of the server, until their time is over.
    • The staff list of the personnel office. If it is imported again, your name can be back on the list of invitations.

    Want to keep a copy first? Go back, and choose “See and take all of it”.
button-data-erase-yes = Yes, erase everything
data-last-admin = You are the only admin. If your data were erased now, nobody could look after this bot. First make somebody else an admin with /role, and then try again.
data-erased = <b>Done. All your data is erased.</b>

data-erased-certificates = • { $count } certificate numbers stay in the register, without a name.
data-erased-announcements = • { $count } of your announcements that were under way are stopped.
data-erased-rest =
    • The trail of who did what stays, with a random number that leads to nobody.
    • Figures in reports are reckoned anew without you.
    • Backups of the server follow when their time is over.

    Even the record of this message goes with its sending. Thank you for learning with us. If you want to begin again one day, an invitation link is enough; everything will begin from the start.

data-file-page = All your data, to be read. Open it in a browser.
data-file-json = The same data for another program (JSON).
data-page-title = All your data
data-page-intro = This is everything that was kept about you when this file was made, table by table. Where a column says “sealed”, it holds locked data or a code that must not leave; a NIP, if one is kept, is shown in full above. What is technical and tells of nobody is in the JSON file, with what each column means.
data-page-yes = yes
data-page-no = no
data-page-empty = Nothing in it

# --- The renewed notice ---
notice-renewed =
    Hello, { $you }. The notice about your data is <b>renewed</b>, so we ask again before the next lesson.

    <b>What has changed</b>
    { $changes }

    <b>All of it</b>
    { $points }

    Until you answer, I send nothing.
notice-changes =
    • You can now see, take, correct, restrict and erase your data yourself with /mydata.
    • It is now written how long things are kept.
    • And that an admin can download records of learning, answers included, and that each download is recorded.
button-notice-agree = I agree, go on
button-notice-refuse = I do not agree
notice-agreed = Thank you, { $you }. { $next }

data-restricted-note = ⏸ You are restricting the use of your data, so I do nothing here. Shall it go on? Open My data.
data-withdrawn-note = ⏹ You have taken your consent back, so I do nothing here. Shall it go on, or be erased at once? Open My data.
person-restricted = not taking part for now
person-notice = has not answered the new notice; lessons wait

# --- Titles of tables in the file ---
data-table-people = You as a participant
data-table-consents = Your consent
data-table-roles = Your roles
data-table-role-changes = Changes of roles
data-table-takeovers = Moves to another account
data-table-invite-guesses = Wrong invitation codes
data-table-invites = Invitations that you made
data-table-roster-places = You on the staff list
data-table-roster-removals = Names taken off the staff list
data-table-roster-doubts = Names to be matched
data-table-learners = Your schedule of learning
data-table-enrolments = Tracks that you take
data-table-deliveries = Lessons that were sent
data-table-review-cards = How well each question is remembered
data-table-reviews = Questions asked again
data-table-track-choices = Tracks that you chose
data-table-polls = Quizzes in your chat
data-table-early-answers = Answers that wait for their quiz
data-table-answers = Your answers
data-table-badges = Badges
data-table-assessment-runs = What was measured, by track
data-table-assessment-items = Questions that measure learning
data-table-survey-asks = Surveys that were asked
data-table-survey-answers = Answers to surveys
data-table-leaves = Leave, sickness and duty
data-table-pauses = Pauses
data-table-nudges = Reminders
data-table-practice-replies = Tasks that you wrote
data-table-practice-questions = Your questions to coordinators
data-table-practice-drafts = Texts whose purpose is not known yet
data-table-certificate-holders = What you said for certificates
data-table-certificates = Certificates
data-table-certificate-sheets = Sheets of certificates
data-table-inbox = What came from you (without its words)
data-table-outbox = Messages to you
data-table-outbox-attempts = Attempts at sending
data-table-chat-pace = When the last message went
data-table-announcements = Announcements that you wrote
data-table-announcement-recipients = Announcements to you
data-table-announcement-approvals = Your word on announcements of others
data-table-digests = Weekly reports
data-table-exports = Exports that you asked for
data-table-roster-imports = Imports that you sent
data-table-roster-import-changes = Your place on the list before an import
data-table-web-links = Links to pages
data-table-web-sessions = Pages that are open
data-table-stats-marks = Figures to be reckoned anew
data-table-stats-people = How you are counted
data-table-stats-person-days = Figures by day
data-table-audit = The trail of who did what
