# Every sentence that people read stands here. Telegram HTML: <b>, <i>, <code>, <pre> only.

# --- Joining ---
how-to-join =
    Hello! I am <b>Sedikit</b>, a companion for learning AI at work: one three-minute lesson on every working day.

    To join, open the <b>invitation link</b> from your unit's coordinator, or type its code here.
    You have none? Ask your coordinator or the personnel office.
invite-unknown = I do not know that code. Please copy it once more from the invitation, or ask your coordinator for a new link.
invite-used-up = This invitation has been used up. Please ask your coordinator for a new link.
invite-expired = This invitation has run out. Please ask your coordinator for a new link.
invite-slowed =
    { $minutes ->
        [one] Several codes did not match. Please try again in a minute.
       *[other] Several codes did not match. Please try again in { $minutes } minutes.
    }
notice =
    Hello! I am <b>Sedikit</b>. On every working day I bring you one lesson about AI, three minutes long, and then one small question.

    <b>Before we start: your data</b>
    • This bot is run by <b>{ $organisation }</b>.
    • What is kept: your name, your unit, what you choose here, the lessons you receive and your answers. It serves learning, and finding out what to improve, and nothing else.
    • Your coordinator sees whether you take part, never your answers or your score.
    • We <b>never</b> ask for your NIK, a password, an OTP or money. Please send nobody's personal data here.
    • You can stop at any time: type <b>stop</b>.
notice-organisation = your organisation
button-agree = I agree, let's start
button-other-language = Bahasa Indonesia
ask-address =
    Thank you. How shall I address you?

    Your name here: <b>{ $name }</b>. If it is not right, type the right one first.
button-bapak = Bapak
button-ibu = Ibu
button-no-title = Just my name
name-too-long = That name is too long for me. Please type the name you go by, at most { $most } letters.
ask-role = Which of these is closest to your work, { $you }?
role-pimpinan = Leadership
role-perencanaan = Planning & programmes
role-pelayanan = Services & administration
role-guru = Teaching
role-kesehatan = Health
role-desa = Village administration
joined =
    Welcome, { $you }! Your first lesson is right below.

    The next ones come on every working day at <b>{ $hour }</b>. Little by little, it becomes a hill.
joined-without-lesson = Welcome, { $you }! No lesson is ready yet. As soon as there is one, it comes on a working day at { $hour }.
already-joined = You have joined already, { $you }. Nothing has changed.
join-first = We are not done with the introductions. Please go on with the step above, or type /start.
join-stopped = Fine, we stop here, and I send nothing more. If you want to join one day, type /start.
group-line = I teach one person at a time: meet me in a private chat, @{ $bot }.
button-change-hour = Change the hour

# --- Addressing ---
you-bapak = Pak { $name }
you-ibu = Bu { $name }
you-none = { $name }

# --- Lessons ---
lesson-place = Lesson { $position } of { $total }
lesson-catch-up = Lessons were held up for a while. We go on from here, with just this one.
lesson-task = Try it today
lesson-source = Source
button-skip = Skip this lesson
lesson-skipped = Fine, that lesson is skipped. { $next }
nothing-to-skip = That lesson is done already.
first-answer =
    The first stone of your hill is laid, { $you }. 🪨

    { $next }
track-done = You have been through all { $total } lessons, { $you }. Your hill stands. 🪨 Thank you for coming along, little by little.
today-done =
    Today's lesson is done. { $next }

    Would you like to go on now? You may.
button-next-lesson = Take the next lesson
no-lessons = There is no lesson for you yet. I will tell you when there is.

# --- Reminders ---
nudge-first = { $you }, today's lesson is still waiting. Three minutes, and then one question.
nudge-waiting =
    { $you }, one lesson has been waiting since { $since }: { $lesson }. Nothing piles up, it is just this one. Start there whenever you can.
nudge-last = { $you }, I have kept the lesson from { $since }: { $lesson }. I will not remind you again. Type /today whenever you want to go on.
nudge-over = This reminder is over.
button-send-again = Send me the lesson

# --- Progress ---
progress =
    <b>{ $you }'s hill</b>
    { $track }

    { $hill }
    { $answered } of { $total } lessons answered{ $skipped ->
        [0] {""}
       *[other] , { $skipped } skipped
    }
    { $correct } right at first
    { $streak ->
        [0] Streak: begins again with the next lesson
        [one] Streak: 1 day of learning
       *[other] Streak: { $streak } days of learning
    }

    { $next }
progress-paused = On pause { $until }.
progress-none = No stone is laid yet, { $you }. { $next }

# --- Pausing ---
ask-pause = How long would you like to pause? I stay silent meanwhile, and nothing piles up.
button-pause-1 = Just today
button-pause-3 = 3 days
button-pause-7 = 1 week
button-pause-14 = 2 weeks
button-pause-open = Until I come back
paused-until = Fine, { $you }. I stay silent until <b>{ $until }</b>. { $next } Back earlier? Type /resume.
paused-open = Fine, { $you }. I stay silent until you type /resume.
pause-unclear = For how long? Write for example <b>/pause 3 days</b>, from 1 to 90 days, or choose below.
resumed = Welcome back, { $you }. { $next }
not-paused = You are not on pause, { $you }. { $next }
pause-until-open = until you type /resume
pause-until-day = until { $day }
stopped =
    Fine, { $you }. I stop sending anything. If you want to go on one day, type /resume: all that you have learned is still there.

# --- Hour and language ---
ask-hour = Lessons come on every working day at <b>{ $hour }</b>. Which hour suits you best?
hour-set = Done. From now on lessons come at <b>{ $hour }</b>. { $next }
hour-noted = Done, noted: at <b>{ $hour }</b>. { $next }
hour-unclear = I did not understand that hour. Write for example <b>/time 10:30</b>, between 07:00 and 17:59, or choose below.
ask-language = Choose a language:
button-indonesian = Bahasa Indonesia
button-english = English
language-set = Done, from now on in English.

# --- Help ---
help =
    <b>What I can do for you, { $you }</b>

    /today — today's lesson, right now
    /progress — your hill so far
    /pause and /resume — leave, travel, or a rest
    /time — the hour of the lesson
    /language — Indonesian or English

    This bot is run by <b>{ $organisation }</b> and never asks for your NIK, a password, an OTP or money.
help-admin =

    <b>For admins</b>
    /stats — who learns, and with what result
    /invite — an invitation link for a unit
button-help-today = Today's lesson
button-help-progress = My progress
button-help-schedule = Hour of the lesson
button-help-pause = Pause
button-help-language = Bahasa Indonesia
button-help-stats = Statistics
button-help-invite = Invite
unknown-text = I do not understand that yet. Lessons are answered by tapping a choice. Everything else is under /help.
unknown-command = I do not know that command. See /help.
button-stale = This button is no longer valid.
cancelled = Fine, cancelled.
nothing-to-cancel = Nothing is going on.
admins-only = That command is for admins. If you need the figures, ask the admin in your office.

# --- Admin ---
stats =
    <b>Statistics</b> as of { $when }

    Joined: <b>{ $joined }</b> people
    Active in the last 7 days: <b>{ $active }</b> of { $joined } ({ $activeShare })
    Lessons delivered: <b>{ $delivered }</b>
    Answered: <b>{ $answered }</b> of { $delivered } ({ $answeredShare })
    Right at first: <b>{ $correct }</b> of { $answered } ({ $correctShare })
    Lagging: <b>{ $lagging }</b> people
    On pause: { $paused } · Out of reach: { $unreachable }
stats-empty =
    <b>Statistics</b>

    Nobody has joined yet. Make an invitation with /invite and share its link.
share-none = none yet
setup-welcome =
    Welcome, { $you }. You are the <b>first admin</b> here. Three steps, and everything runs.

    <b>1 of 3.</b> What is the organisation called? Type it here, for example <i>Regency of Contoh</i>. The name is shown in the privacy notice.
setup-name-unclear = That name is empty or too long (at most { $most } letters). Please type it once more.
setup-invite =
    <b>2 of 3.</b> { $organisation } is ready. Share this invitation with those who are to learn:

    { $link }

    Valid until { $until }, for { $uses } people. More links at any time with /invite.

    <b>3 of 3.</b> See for yourself: send the first lesson to yourself.
button-send-first = Send me the first lesson
admin-now = You are an admin now, { $you }. /stats and /invite are ready.
ask-invite-unit = An invitation for which unit?
invite-made =
    Invitation for <b>{ $unit }</b>:

    { $link }

    Valid until { $until }, for { $uses } people. Ready to be pasted into a WhatsApp group.
no-units = There is no unit yet. Type /start to set up the organisation.

# --- Time ---
when-day = { $weekday }, { $date }, at { $hour }
when-today = today at { $hour }
when-tomorrow = tomorrow at { $hour }
# What comes next, as a sentence
next-due = The next lesson comes { $when }.
next-open = One lesson is still waiting for your answer; type /today to open it again.
next-return = Lessons wait until you type /resume.
next-done = You have been through all lessons.
since-today = today
since-yesterday = yesterday
since-day = { $weekday }
since-date = { $date }

# --- Menu and profile of the bot (lengths by Telegram's limits) ---
menu-materi = Today's lesson
menu-progres = My progress
menu-jeda = Pause for a while
menu-jadwal = Hour of the lesson
menu-bantuan = Help and more
menu-statistik = Statistics
menu-undang = Invite people
