progress-title =
    <b>{ $you }'s hill</b>
    { $track }
progress =
    { $answered } of { $total } lessons answered{ $skipped ->
        [0] {""}
       *[other] , { $skipped } skipped
    }
    { $correct } right at first
    { $asked ->
        [0] Questions that you answer come again, so that they stay with you
       *[other] { $remembered } of { $asked } questions right when last asked
    }
    { $streak ->
        [0] Streak: begins with the next lesson
        [one] Streak: 1 working day
       *[other] Streak: { $streak } working days
    }
progress-badges = Badges: { $badges }
progress-paused = On pause { $until }.
progress-none = No stone is laid yet, { $you }. { $next }
progress-file = hill.png
# In the picture
picture-hill = { $you }'s hill
picture-of = { $part } of { $whole }
picture-answered =
    { $skipped ->
        [0] lessons answered
       *[other] answered, { $skipped } skipped
    }
picture-correct = right at first{ $share }
picture-days =
    { $streak ->
        [0] Begin again
        [one] 1 working day
       *[other] { $streak } working days
    }
picture-streak = in a row
picture-remembered = right when last asked
picture-none-yet = None yet
