badges-earned =
    { $count ->
        [1] A badge for your hill:
       *[other] Some badges for your hill:
    }
    { $badges }
badge-named = <b>{ $badge }</b>: { $reason }
badge-first_lesson = First stone
badge-for-first_lesson = the first lesson is answered.
badge-came_right = Now I know
badge-for-came_right = what was wrong once was answered right.
badge-fortnight = A steady fortnight
badge-for-fortnight = ten working days of learning, none missed.
badge-twenty_reviews = Keeps practising
badge-for-twenty_reviews = twenty earlier questions were answered again.
badge-track_done = Track done
badge-for-track_done = one track has been gone through to its end.
badge-came_back = Back again
badge-for-came_back = learning goes on after a long rest.
