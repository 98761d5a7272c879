badges-earned =
    { $count ->
        [1] A badge for your hill:
       *[other] Some badges for your hill:
    }
    { $badges }
badge-named = <b>{ $badge }</b>: { $reason }
badge-begun = First stone
badge-for-begun = the first lesson is answered.
badge-corrected = Now I know
badge-for-corrected = what was wrong once was answered right.
badge-steady = A steady fortnight
badge-for-steady = ten working days of learning, none missed.
badge-practised = Keeps practising
badge-for-practised = twenty earlier questions were answered again.
badge-finished = Track done
badge-for-finished = one track has been gone through to its end.
badge-returned = Back again
badge-for-returned = learning goes on after a long rest.
