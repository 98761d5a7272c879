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
    { $points }
notice-points =
    • This bot is run by <b>{ $organisation }</b>.
    • What is kept: your name, your unit, what you choose here, the lessons you receive, your answers, and the tasks and questions that you send. It serves learning, and finding out what to improve, and nothing else.
    • Your coordinator sees whether you take part, never your answers or your score. A task or a question reaches them only if you share or send it.
    • An admin can download records of learning, answers included, for the organisation's reports. Each download is recorded.
    • We <b>never</b> ask for your NIK, a password, an OTP or money. Please send nobody's personal data here.
    • Your data is kept as long as you take part. At any time you may see, take, correct, restrict or erase it, and take this consent back: /mydata. Once taken back, the data is erased { $days } days later.
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
