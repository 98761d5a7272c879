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
