# --- The ladder of reminders: its first step, on the day of the lesson ---
nudge-gentle-a =
    { $day ->
        [today] { $you }, today's lesson is still waiting. Three minutes, and then one question.
       *[other] { $you }, the lesson <b>{ $lesson }</b> has been waiting since { $since }. Three minutes, and then one question.
    }
nudge-gentle-b = Just a gentle reminder, { $you }: <b>{ $lesson }</b> is still waiting. Three minutes between two tasks will do.
nudge-gentle-c = { $you }, should there be a quiet moment today, <b>{ $lesson }</b> would fit into it. If not, that is fine too.
nudge-gentle-d = May I, { $you }? <b>{ $lesson }</b> still waits for your answer. A wrong one is fine: that is how we learn.
nudge-gentle-e = { $you }, several lessons are behind you, and <b>{ $lesson }</b> is ready to open. Shall we go on for a moment?
# --- The second working day ---
nudge-fresh-a =
    { $you }, the lesson <b>{ $lesson }</b> has been waiting since { $since }. Nothing piles up, it is just this one. Start there whenever you can.
nudge-fresh-b = { $you }, working days can be busy. If there are only five minutes, press <b>Just five minutes</b>: the light part first, the rest can wait.
nudge-fresh-c = How are you, { $you }? If <b>{ $lesson }</b> looks long today, begin with something light. Five minutes are enough.
nudge-fresh-d = { $you }, there is nothing to catch up with. One small step today counts, and the button below brings it here.
nudge-fresh-e = { $you }, before the weekend: give <b>{ $lesson }</b> five minutes and the week ends lightly.
# --- The fourth working day: a question of old, and no lesson ---
nudge-review-a = { $you }, no lesson is needed today. Just one question from what you have learned, below.
nudge-review-b = One light question today, { $you }, to refresh the memory. The lesson waits quietly.
nudge-review-c = { $you }, do you still know this one? Answer the question below, and that is enough for today.
nudge-review-d = Call it a warm-up, { $you }: one question from an earlier lesson. Your coordinator does not see the answer.
# --- A pause by itself ---
nudge-pause-a = { $you }, this seems to be a busy time. I will be silent, so as not to disturb you. <b>{ $lesson }</b> is kept for you; one tap below, and we go on.
nudge-pause-b = I will pause for now, { $you }. Nothing is lost and nothing piles up. Whenever you are ready, press the button below.
nudge-pause-c = { $you }, from today I will be silent. What you have learned stays, and so does your place. The button below opens it again.
nudge-pause-d = Perhaps it is not the time, { $you }, and that is all right. I pause the lessons until you come back; one tap is enough.
# --- Beside that ladder ---
nudge-asked = { $you }, <b>{ $lesson }</b> has been waiting since { $since }, and your coordinator invites you to go on with it. Three minutes are enough. All that your coordinator sees is that you took part, never your answers.
nudge-over = This is an old reminder; there is nothing left for you to do here.
button-send-again = Send me the lesson
button-way-back = Just five minutes
button-unremind = Do not remind me
button-remind-again = Remind me again
unreminded = Fine, { $you }. I will not remind you from now on. Lessons come as usual. If you change your mind, press the button below, or go to /time at any time.
reminded-again = All right, { $you }. When a lesson waits for you I will remind you again, once a day at most.
back-by-answer = Good to see you again, { $you }. The pause is over, and we go on from here. { $next }
# --- For coordinators ---
paused-note =
    { $count ->
        [1] { $you }, one person in your units has had no time to answer for some days. I have paused the lessons.
       *[other] { $you }, { $count } people in your units have had no time to answer for some days. I have paused their lessons.
    }
paused-note-names =
    { $more ->
        [0] { $names }
       *[other] { $names }, and { $more } more
    }
paused-note-leaders = Leaders among them, whom I do not name: { $leaders }.
paused-note-end = They were told, and can come back with one tap. A word from you usually means more than a message from me.
