lesson-place = Lesson { $position } of { $total }
lesson-case = This month’s case
lesson-catch-up = Lessons were held up for a while. We go on from here, with just this one.
lesson-week = This week's { $lessons } lessons. Open them one by one, whenever there is a moment.
lesson-task = Try it today
lesson-source = Source
button-skip = Skip this lesson
lesson-skipped = Fine, that lesson is skipped. { $next }
nothing-to-skip = That lesson is done already.
first-answer =
    The first stone of your hill is laid, { $you }. 🪨

    { $next }
track-done =
    You have been through all { $total } lessons of <b>{ $track }</b>, { $you }. Your hill stands. 🪨 Thank you for coming along, little by little.

    { $next }
today-done =
    Today's lesson is done. { $next }

    Would you like to go on now? You may.
button-next-lesson = Take the next lesson
no-lessons = There is no lesson for you yet. I will tell you when there is.
lesson-reviews =
    { $waiting ->
        [0] After the quiz below: { $count ->
            [1] one earlier question
           *[other] { $count } earlier questions
        }, so that it stays with you.
       *[other] After the quiz below: { $count ->
            [1] one earlier question
           *[other] { $count } earlier questions
        }. { $waiting } more are waiting; I spread them over the coming days, never all at once.
    }
reviews =
    { $count ->
        [1] One question from an earlier lesson, so that it stays with you.
       *[other] { $count } questions from earlier lessons, so that they stay with you.
    }
practice =
    { $count ->
        [1] There is one question to practise so far. Here it is.
       *[other] { $count } questions to practise now. Take your time.
    }
nothing-to-practise = There is nothing to repeat yet: the questions that you have met still wait above, or the first lesson is not answered. Type /today for today's lesson.
all-had = You have been through all your lessons. New ones come by themselves once there are any; meanwhile, a little practice is welcome.
button-practice = Practise
