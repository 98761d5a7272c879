# --- Tasks ---
button-do-task = Do the task
ask-reply =
    The task of <b>{ $lesson }</b>:

    { $task }

    Write here what you made of it, in one message. Use an invented example, or mask every clue about a person first. It is for you alone, unless you choose to share it. To drop it, write <b>cancel</b>.
reply-will-replace = You have sent an answer to this task before. The new one will take its place.
reply-kept = Thank you, { $you }. Your answer to the task is kept.
reply-replaced = Thank you, { $you }. The new answer has taken the place of the old one.
reply-next-step = One more step: hold your result against what the lesson is for. <i>{ $objective }</i>
reply-who-sees = For now this answer is for you alone. If you share it, coordinators see your name and your words, and no score. Want to improve it? Press <b>Do the task</b> again; the new one replaces the old.
reply-private = This answer is kept for you alone.
reply-shared = Your coordinator can now see this answer, with your name. Changed your mind? Keep it for yourself again, or delete it.
reply-dropped = That answer is deleted; its text is kept nowhere.
button-share-reply = Share with coordinator
button-keep-reply = Keep it for me
button-drop-reply = Delete this answer
only-text-kept = I can keep words only. Please type them. To drop it, write <b>cancel</b>.
text-too-long = That text is too long for me. Please shorten it to { $most } characters at most.
no-task-yet = No lesson has reached you yet, so there is no task. Type /today to begin.

# --- Shared tasks, for coordinators ---
button-shared-replies = Shared tasks
shared-none = Nothing has been shared with you yet.
shared-reply =
    <i>{ $position } of { $total }</i>
    <b>{ $name }</b>, { $unit }
    Task: { $lesson }

    { $text }
shared-praised = <i>Praised already.</i>
button-praise = Praise it
praised = Your coordinator has read the task that you shared, and values it. On you go, little by little. 🪨
coordinators-only = That part is for coordinators and admins. If you need it, ask the admin in your office.

# --- A text whose meaning is not clear ---
ask-meaning = What is that text? I have not kept it, and passed it on to nobody.
ask-meaning-of = What is that text: an answer to the task of <b>{ $lesson }</b>, a question, or nothing much? I have passed it on to nobody, and forget it unless you choose within an hour.
button-meant-task = An answer to the task
button-meant-question = A question
button-meant-nothing = Nothing much
meant-task = All right, I take it as your answer to the task.
meant-question = All right, I take it as a question.
meant-nothing = All right, that text is forgotten. Everything else is under /help.
draft-gone = I have forgotten that text already. Please send it again if you still need it.

# --- Questions ---
button-ask = Ask
ask-question = What would you like to ask? Write it in one message. To drop it, write <b>cancel</b>.
ask-question-about = What would you like to ask about <b>{ $lesson }</b>? Write it in one message. To drop it, write <b>cancel</b>.
question-goes-coordinator = Your unit's coordinator will read your question, with your name.
question-goes-admin = Your unit has no coordinator yet, so an admin will read your question, with your name.
question-goes-nobody = To be honest, there is no coordinator or admin yet who could answer. I keep your question all the same, and they will see it once there is one.
question-at-coordinator = Thank you, { $you }. Your question is on its way to the coordinator. The answer will come here.
question-at-admin = Thank you, { $you }. Your question is on its way to an admin. The answer will come here.
question-at-nobody = Thank you, { $you }. Your question is kept, but to be honest there is no coordinator or admin yet who could answer. Once there is one, they will see it, and the answer will come here.
button-withdraw-question = Withdraw the question
question-dropped = That question is withdrawn; its text is kept nowhere.
question-withdrawn = This question was withdrawn by whoever asked it.
question-gone = That question is no longer there.
question-answered = That question has been answered. Thank you for wanting to help.
question-held-by-coordinator = Another coordinator took that question a moment before you. Thank you for being so quick. If it is given back, the button comes back here.
question-held-by-admin = An admin took that question a moment before you. Thank you for being so quick. If it is given back, the button comes back here.
question-taken-by-coordinator = <i>Another coordinator is answering.</i>
question-taken-by-admin = <i>An admin is answering.</i>
question-yours = <i>You are answering it.</i>
question-done = <i>Answered.</i>
question-risen-coordinator = Sorry for the wait, { $you }. Nobody has had time for this question yet, so I have passed it on to the coordinator above as well. The answer will still come here.
question-risen-admin = Sorry for the wait, { $you }. Nobody has had time for this question yet, so I have passed it on to an admin as well. The answer will still come here.
question =
    A question from <b>{ $name }</b>, { $unit }:

    { $text }
question-about =
    A question from <b>{ $name }</b>, { $unit }, about <b>{ $lesson }</b>:

    { $text }
button-answer = Answer
button-give-back = Leave it to others
ask-answer = Write your answer to <b>{ $name }</b> in one message. They see your role, not your name. While you write, the others know that it is being answered. To drop it, press <b>Leave it to others</b> or write <b>cancel</b>.
answer-sent = Thank you. Your answer is on its way.
answer-given-back = All right, you have left that question to others. It still waits, and anyone who was asked can answer.
answer-from-coordinator =
    <b>An answer from your coordinator</b>

    { $text }
answer-from-admin =
    <b>An answer from an admin</b>

    { $text }
button-ask-again = Ask again
button-open-questions = Open questions
questions-none = No question is waiting for an answer.
questions-place = <i>{ $position } of { $total } waiting questions</i>
