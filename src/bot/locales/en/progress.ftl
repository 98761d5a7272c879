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
