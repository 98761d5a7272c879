help =
    <b>What I can do for you, { $you }</b>

    /today — today's lesson, right now
    /progress — your hill so far
    /review — a few questions more, now
    /search — find a word in all your lessons
    /ask — ask your coordinator
    /pause and /resume — leave, travel, or a rest
    /time — the hour of the lesson, quiet hours and time zone
    /certificate — the certificate of a track that is done
    /mydata — see, take, correct or erase your data
    /language — Indonesian or English

    This bot is run by <b>{ $organisation }</b> and never asks for your NIK, a password, an OTP or money.
help-coordinator =

    <b>For coordinators</b>
    /lagging — who is behind and why; one tap reminds them. One unit alone: /lagging and its name
    /announce — a message to all or some of your people
    /report — your unit's week, as a picture and five lines
    /stats — who takes part in your units, and how far
    /dashboard — all figures of your units on one page
    /roster — the people of your units
    /invite — a link, a QR picture and a poster that invite
    /role — who coordinates the unit, and handing it over
help-admin =

    <b>For admins</b>
    /stats — the results as well: questions, learning, roles
    /content — what each track holds, versions and results
    /role — who is coordinator, who is admin
    /unit — the tree of units, sectors, working days
    /calendar — working days and days off
    /audit — who did what
    /status — queues, lag, versions
    /export — the data as XLSX, CSV or xAPI
    /import — the roster from an Excel or CSV file
button-help-today = Today's lesson
button-help-progress = My progress
button-help-schedule = Hour of the lesson
button-help-pause = Pause
button-help-search = Search lessons
button-help-language = Bahasa Indonesia
button-help-stats = Statistics
button-help-invite = Invite
button-help-content = Content
unknown-text = I do not understand that yet. Lessons are answered by tapping a choice. Everything else is under /help.
unknown-command = I do not know that command. See /help.
button-stale = This button is no longer valid.
cancelled = Fine, cancelled.
nothing-to-cancel = There is nothing to cancel.
admins-only = That command is for admins. If you need it, ask the admin in your office.
