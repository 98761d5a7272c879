# --- Writing an announcement ---
ask-announcement =
    <b>A new announcement</b>
    Send or forward the message to me: text, photo, album, document, video, voice or poll. It will arrive exactly as you send it.

    You choose the recipients next, and nothing goes out before you have agreed to the preview. To give it up, write <b>cancel</b>.
button-announce = Make an announcement
announcement-open = No. { $id }, { $when }: { $state }
button-announcement-drop = Cancel
announcement-dropped = That announcement is given up. Nothing was sent.
announcement-draft-gone = That draft no longer stands: it was sent or cancelled, or left for more than a day. That button has sent nothing. Begin again with /announce.
announcement-nothing-to-cancel = There is nothing to cancel any more: that announcement has ended or was stopped.
announcement-fault-kind = A message like that cannot be announced. Text, photos, albums, documents, videos, voice messages and polls can.
announcement-fault-too-long = That message is too long for a bot to send: a text holds at most 4,096 characters, what stands below a photo or document at most 1,024. Shorten it and send it again.
announcement-fault-quiz-unknown = Telegram does not tell me the right answer of that quiz. Make the quiz in this chat instead of forwarding it.
announcement-fault-mixed-album = That album is mixed. Photos and videos may go together; documents only with documents, sounds only with sounds. Send it again as an album of one kind.
announcement-fault-album-too-long = An album holds at most 10. Send it again with fewer.
announcement-fault-personal = That poll holds personal data, such as a NIK or a phone number. I store a poll's question, so I do not take such data. Write it again without.

# --- Recipients ---
announcement-audience =
    <b>Who is it for?</b>
    Units: { $units }
    Roles: { $roles }
    Tracks: { $tracks }
    State: { $state }

    It will reach <b>{ $reached ->
        [1] one person
       *[other] { $reached } people
    }</b>.{ $rest }
announcement-all-units = all your units
announcement-all-roles = all roles
announcement-all-tracks = all tracks
announcement-of-all = all
announcement-of-lagging = only those who lag
announcement-unreachable = Out of reach (blocked the bot, or deleted the account): { $count }.
announcement-joining = Have not finished joining, so not included: { $count }.
announcement-resting = On leave or paused, so theirs comes without a sound: { $count }.
announcement-empty = ⚠️ Nobody fits this choice, so there is nothing to send. Change the recipients first.
announcement-changed = ⚠️ The list of recipients has changed since the last preview, so nothing has been sent. Look at it, and open the preview once more.
announcement-choose-u = <b>Which units?</b> Those below them are included. None chosen: all your units.
announcement-choose-r = <b>Which roles?</b> None chosen: all roles.
announcement-choose-t = <b>Which tracks?</b> Those who are on them or have done them. None chosen: all tracks.
button-announcement-units = Choose units
button-announcement-roles = Choose roles
button-announcement-tracks = Choose tracks
button-announcement-lagging = Only those who lag
button-announcement-all = All states
button-announcement-preview = Show the preview
button-announcement-chosen = Done choosing
button-announcement-previous = ‹ Previous
button-announcement-next = Next ›

# --- The preview ---
announcement-confirm =
    ⬆️ This is exactly what they will get.

    Units: { $units }
    Roles: { $roles }
    Tracks: { $tracks }
    State: { $state }

    It will reach <b>{ $reached ->
        [1] one person
       *[other] { $reached } people
    }</b>; at the present pace that takes { $duration }.{ $rest }{ $lines }
announcement-found = ⚠️ There seems to be personal data in it (such as a NIK or a phone number). Make sure that all recipients may read it.
announcement-full = ⚠️ Have had { $most } announcements today already: { $count } of them. This would be the next.
announcement-needs-admin = So an admin has to agree first.
announcement-needs-second = For more than { $second } people a second coordinator or an admin has to agree first.
announcement-nobody-admin = An admin has to agree, but there is no admin who can be asked now. Choose fewer recipients, or send it tomorrow.
announcement-nobody-second = For more than { $second } people a second person has to agree, but there is no other coordinator or admin who reaches all of the recipients. Choose fewer, or ask whoever runs the server to change the limit (<code>announcement.second</code>).
announcement-closed = It is outside working hours now. Unless you choose otherwise, it waits until { $when }.
announcement-outside = That is outside working hours: { $when }. Shall I move it, or keep it?
button-announcement-now = Send now
button-announcement-now-anyway = Send now all the same
announcement-send-at = Send { $when }
announcement-send-at-anyway = Keep { $when }
button-announcement-when = Choose a time
button-announcement-change = Change the recipients
announcement-copy-failed = I cannot copy that message any more; it may have been deleted from this chat. Send it again with /announce. Nothing was sent.
announcement-preview-old = That preview no longer stands, because something changed after it. Open the newest one; nothing was sent.
announcement-ask-when = When shall it go? For example <b>13:30</b>, <b>tomorrow 09:00</b>, <b>Monday 08:30</b> or <b>2 December 09:00</b>. To give the announcement up, write <b>cancel</b>.
announcement-when-unclear = I did not understand that time, or it is past. Write for example <b>tomorrow 09:00</b>, at most 90 days ahead.
announcement-at-once = now

# --- Decisions ---
announcement-stands-draft = Announcement no. { $id } is still a draft.
announcement-stands-awaiting-approval = Announcement no. { $id } waits for somebody's agreement. I will tell you as soon as there is an answer; nothing has been sent.
announcement-stands-scheduled = Announcement no. { $id } will be sent { $when }.
announcement-stands-undoable = All right. Announcement no. { $id } begins to go out in ten seconds.
announcement-stands-sending = Announcement no. { $id } is being sent.
announcement-stands-paused = Announcement no. { $id } is paused.
announcement-stands-cancelled = Announcement no. { $id } was cancelled.
announcement-stands-done = Announcement no. { $id } has been sent.
announcement-stands-recalled = Announcement no. { $id } was taken back.
announcement-approval-second =
    ⬆️ <b>{ $author }</b> would like to announce this to <b>{ $reached } people</b>, { $when }. For so many a second person has to agree.
announcement-approval-admin =
    ⬆️ <b>{ $author }</b> would like to announce this to <b>{ $reached } people</b>, { $when }. Have had { $most } announcements today already: { $full } of them, so an admin has to agree.
button-announcement-approve = Agree
button-announcement-refuse = Refuse
announcement-approved = Thank you. You agreed to that announcement.
announcement-refused = You refused that announcement. Nothing was sent.
announcement-decided = That announcement was decided already, or cancelled.
announcement-may-not = You cannot decide this one: it takes an admin, or another coordinator who reaches all of its recipients.
announcement-was-approved = { $name } agreed to announcement no. { $id }.
announcement-was-refused = { $name } refused announcement no. { $id }. Nothing was sent.
announcement-was-undone = Announcement no. { $id } is undone. Nothing was sent.
announcement-was-stopped = Announcement no. { $id } is stopped. What is on its way arrives; nothing else is sent.

# --- While it runs ---
announcement-draft = draft
announcement-awaiting-approval = waits for agreement
announcement-scheduled = scheduled
announcement-undoable = about to be sent
announcement-sending = being sent
announcement-paused = paused
announcement-cancelled = cancelled
announcement-done = done
announcement-recalled = taken back
announcement-progress =
    📢 <b>Announcement no. { $id }</b>: { $state }{ $reason }
    { $lines }
announcement-none-sent = Nothing was sent.
announcement-queueing = The list of recipients is being prepared.
announcement-count-sent = Accepted by Telegram: { $sent } of { $total }
announcement-count-open = Not sent yet: { $count }, { $duration } to go
announcement-count-unreachable = Out of reach: { $count }
announcement-count-failed = Failed: { $count }
announcement-count-uncertain = Not known whether it arrived: { $count }
announcement-count-cancelled = Cancelled: { $count }
announcement-count-voted = Have voted: { $count }
announcement-count-corrected = Corrected: { $count }
announcement-count-notcorrected = Could not be corrected: { $count }
announcement-count-recalled = Taken back: { $count }
announcement-count-notrecalled = Could not be taken back (over 48 hours old, or refused by Telegram): { $count }
announcement-count-read = Pressed “I have read it”: { $count } of { $sent }
announcement-duration-short = less than a minute
announcement-duration-minutes = about { $minutes } min
announcement-duration-hours = about { $hours } h { $minutes } min
announcement-source-gone = The message itself is no longer in this chat, so sending was stopped. What arrived stays; nothing else is sent.
button-announcement-undo = Undo
button-announcement-pause = Pause
button-announcement-resume = Go on
button-announcement-stop = Stop
button-announcement-correct = Correct
button-announcement-recall = Take back
button-announcement-remind = Remind those who have not read it
button-announcement-resend = Send again where it is not known
button-announcement-report = Report

# --- Afterwards ---
button-announcement-read = I have read it
button-announcement-was-read = ✓ Read
announcement-line = An announcement from your coordinator. When you have read it, press this button.
announcement-only-preview = That button is for the recipients; this is only the preview.
announcement-poll-fixed = Telegram does not let a poll be changed once it is sent. If it is wrong, take it back and send a new one.
announcement-ask-text = Send the right text. It takes the place of the old one in every copy, and for those who have not had theirs. To give it up, write <b>cancel</b>.
announcement-ask-caption = Send the right words to stand below it. The photo or document itself stays. To give it up, write <b>cancel</b>.
announcement-correction-text = A correction can only be text. Type it, or write <b>cancel</b>.
announcement-correction-personal = That correction holds personal data, which I do not store, so I cannot put it in place. Write it without, or take the announcement back and send a new one.
announcement-correction-long = That correction is too long: at most { $most } characters. Shorten it and send it again.
announcement-corrected = The correction is being put into every copy that has arrived; those not sent yet go out with it.
announcement-recall = Take back every copy that arrived ({ $sent })? They vanish from the recipients' chats. Telegram allows this for 48 hours only; I will tell you of any that are older. If you would rather not, leave this message alone.
button-announcement-recall-yes = Yes, take them all back
announcement-recalling = They are being taken back. How many, the announcement's own message tells.
announcement-reminder = You have not marked the announcement above. When you have read it, please press this button.
announcement-reminding = Being reminded, because “I have read it” was not pressed: { $count }.
announcement-all-read = All who have it have read it. Nobody needs a reminder.
announcement-reminded-today = They were reminded once today. You may again tomorrow.
announcement-remind-closed = It is outside working hours now, and reminders go out in working hours only. Press it again then.
announcement-resending = It is being sent again, only to those of whom it is not known: { $count }. Some may get it twice.
announcement-none-uncertain = There is nothing that needs sending again.

# --- The report ---
announcement-report-title = Announcement no. { $id }
announcement-report-note = “Arrived” means accepted by Telegram. “Read” means that the button was pressed: Telegram does not tell bots what was read.
announcement-report-file = announcement.png
announcement-report =
    <b>Announcement no. { $id }</b>, { $when }
    { $lines }

    “Arrived” means accepted by Telegram; “read” means that the button was pressed.
announcement-report-line = { $name }: { $value }
announcement-report-heading = <b>{ $heading }</b>
announcement-bars-units = Read, by unit
announcement-bars-votes = What was chosen
announcement-bar-sent = Arrived
announcement-bar-read = Read
announcement-share = { $part } of { $whole } ({ $share })
announcement-sheet-name = Recipients
announcement-sheet-file = announcement-{ $id }.xlsx
announcement-sheet = Every recipient with the outcome; rows: { $count }.
announcement-sheet-leaders = Leaders, who stand in no list: { $count }
announcement-sheet-empty = There are no recipients yet, so there is no list.
announcement-column-name = Name
announcement-column-unit = Unit
announcement-column-outcome = Outcome
announcement-column-sent = Accepted by Telegram
announcement-column-read = Read
announcement-column-reason = Note
announcement-outcome-open = not sent yet
announcement-outcome-sent = arrived
announcement-outcome-unreachable = out of reach
announcement-outcome-failed = failed
announcement-outcome-uncertain = not known
announcement-outcome-cancelled = cancelled
