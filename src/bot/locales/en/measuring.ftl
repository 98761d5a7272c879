# Opening and closing questions, and those a month later
assessment-before-first =
    { $items ->
        [1] One opening question, ahead of its lesson.
       *[other] { $items } opening questions, ahead of their lessons.
    } This is no exam: answer by what you know now. In the first days there are one or two more; at the end we look together at how far you have come. Your coordinator does not see the answers.
assessment-before =
    { $items ->
        [1] One opening question today, just by what you know.
       *[other] { $items } opening questions today, just by what you know.
    }
assessment-after-first =
    The lessons are done; now the closing questions, two at a time, for a few days. Like the opening ones they are no exam, and your coordinator does not see the result.
assessment-after =
    { $items ->
        [1] One closing question today.
       *[other] { $items } closing questions today.
    }
assessment-delayed-first =
    A month has gone by since those lessons. Five questions, spread over a few days: what has stayed?
assessment-delayed =
    { $items ->
        [1] One question more: what has stayed?
       *[other] { $items } questions more: what has stayed?
    }
assessment-before-done = Thank you, { $you }: all opening questions are answered. We open the answers when the lessons are done.
assessment-after-done = Thank you, { $you }. Closing questions of <b>{ $track }</b>: { $correct } of { $items } right.
assessment-compared =
    Thank you, { $you }. This is how far you have come in <b>{ $track }</b>:

    Before the lessons: { $before } of { $items } right
    After them: { $correct } of { $items } right

    Your coordinator does not see these figures.
assessment-delayed-done = Thank you, { $you }. A month later, { $correct } of { $items } have stayed.
assessment-known =
    { $you }, you answered all { $items } opening questions of <b>{ $track }</b> rightly before their lessons came. You seem to know what it teaches.

    You may leave out the rest and go straight to the next track, or follow it all the same.
button-leave-known = Leave out the rest
button-keep-known = Follow it
known-left = Fine, the rest of <b>{ $track }</b> is left out. You can take it in again whenever you like.
known-kept = Fine, <b>{ $track }</b> goes on as usual.
known-stale = That offer no longer holds; nothing has changed.
button-take-back = Take it in again
# How sure
confidence-sure = sure
confidence-unsure = not sure
feedback-right-sure = <b>Right.</b> { $explanation }
feedback-right-unsure =
    <b>Right</b>, though you were not sure. { $explanation }

    This question comes again a little sooner, so that it settles.
feedback-wrong-sure =
    Not right this time. The answer is: <b>{ $right }</b>. { $explanation }

    To be sure and wrong happens to everybody, and it is good to know. This question comes again on the next working day.
feedback-wrong-unsure =
    Not right. The answer is: <b>{ $right }</b>. { $explanation }

    Your doubt was well founded. This question comes again on the next working day.
# Surveys
survey-attitude-before = Five statements, one tap each. Nothing is right or wrong; your answers are only counted together with those of others.
survey-attitude-after = The same five statements as before. How do you see them now?
survey-statement =
    { $number } of { $count } · { $question }

    <b>{ $statement }</b>
survey-work = Just one tap, so that we learn whether these lessons are felt at work. Your answer is only counted together with those of others.
survey-attitude-done = Thank you. Your view is noted.
survey-work-done = Thank you. Your answer is noted.
survey-declined = Fine, left out. Thank you.
button-survey-decline = Not this time
