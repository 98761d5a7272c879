button-roster = See the people
button-help-roster = People

# --- Matching with the roster ---
roster-doubt =
    <b>{ $name }</b> has just joined <b>{ $unit }</b>. There are names like it on the roster. Which one is it?

    The lessons run all the same; this is only to keep the roster right.
roster-doubt-yes = This one: { $name }
button-roster-doubt-no = Not on the roster
roster-doubt-claimed = Fine, <b>{ $name }</b> now has the place on the roster.
roster-doubt-refused = Fine. <b>{ $name }</b> goes on learning, and is noted as not on the roster.
roster-doubt-decided = That has been decided already.
roster-doubt-gone = That place is taken by now, or no longer on the roster. See /roster.
roster-released = Taken back: that place on the roster is free again, and the person is noted as not on it.

# --- Who came by a poster's code ---
newcomers =
    Joined <b>{ $unit }</b> by the poster's code:

    { $names }

    They are learning already. Are all of them people of this unit?
button-newcomers-yes =
    { $count ->
        [1] Yes
       *[other] Yes, all { $count }
    }
newcomers-no = Not ours: { $name }
newcomers-confirmed =
    { $count ->
        [1] Thank you, confirmed.
       *[other] Thank you, { $count } people are confirmed.
    }
newcomers-decided = That has been decided already, or things have changed.
newcomer-refused = The coordinator of the unit that you chose does not know you as one of its people yet, so the lessons stop for now. If that is a mistake, tell them: one tap, and you go on where you left off.

# --- Moving away and back ---
person-moved-away = <b>{ $name }</b> is marked as moved away: the lessons stop, the history stays. A mistake? Undo it at any time, here or under /roster.
person-is-back = <b>{ $name }</b> is back: the lessons go on where they left off.
person-has-role = This person still has a role. Hand it over or take it back first, with /role.
moved-away = You are noted as moved away from here, so no lessons come. What you have learned is kept: /progress and /certificate still work. If that is a mistake, speak to your unit's coordinator, or open the invitation of your new unit.
moved-away-told = Your coordinator noted that you have moved away, so the lessons from here stop. Thank you for learning along. What you have learned is kept: /progress and /certificate still work. If that is a mistake, tell your coordinator.
moved-back = Welcome back, { $you }. Your place is still here, with all that you have learned. { $next }
moved-back-told = Welcome back, { $you }. Your lessons go on where they left off; type /today for today's.

# --- The people of her units ---
menu-peserta = People of my units
roster-head = <b>People · { $filter }: { $total }</b>
roster-head-unit =
    <b>{ $unit }</b>
    { $filter }: { $total }
roster-filter-all = All
roster-filter-moved-away = Moved away
roster-filter-unreachable = Out of reach
roster-filter-paused = On pause or leave
roster-filter-lagging = Lagging
roster-filter-active = Active
roster-filter-not-joined = Not yet joined
roster-is-moved-away = moved away
roster-is-unreachable = out of reach
roster-is-paused = on pause or leave
roster-is-lagging = lagging
roster-is-active = active
roster-is-not-joined = not yet joined
roster-unlisted = not on the roster
roster-unconfirmed = not confirmed yet
roster-line = { $place }. <b>{ $name }</b>{ $where }: { $marks }
roster-empty = Nobody is here.
roster-leaders = Leaders ({ $count }) stand in no list; look for the name if you need to.
button-roster-search = Find a name
button-roster-units = By unit
roster-search = Whom are you looking for? Write the name, or a part of it. The name of a unit will do as well. Changed your mind? Write <b>cancel</b>.
roster-nobody = I found nobody of that name in your units. Try a part of it, such as the first name. Changed your mind? Write <b>cancel</b>.
roster-units = The people of which unit?
roster-transfer = To which unit? Not in sight? Just write its name. Changed your mind? Write <b>cancel</b>.
person-card =
    <b>{ $name }</b>
    { $unit }

    { $facts }
person-joined = Joined { $date }
person-state = State: { $state }
person-leader = A leader's progress is seen by the leader alone.
person-listed = On the roster
person-unlisted = Not on the roster
person-unconfirmed = Came by a poster's code, not confirmed yet
button-person-confirm = Yes, one of this unit
button-person-transfer = Transfer to another unit
button-person-release = Take back the place on the roster
button-person-away = Mark as moved away
button-person-back = Bring back
person-transferred = <b>{ $name }</b> is now with <b>{ $unit }</b>, with all that was learned.
transfer-told = { $you }, your unit here is now <b>{ $unit }</b>. What you have learned comes along; the lessons follow that unit's calendar.
button-person-match = Match with the roster
button-person-card = Back to the person
person-match = Which place on the roster is <b>{ $name }</b>'s?
person-match-none = The roster of this unit has no free place with a name like <b>{ $name }</b>.
place-card =
    <b>{ $name }</b>
    { $unit }

    Is on the roster, and has not joined yet.
place-claimed = That name has joined by now, or is no longer on the roster.
place-removed = <b>{ $name }</b> is off the roster. A mistake? Just undo it.
button-place-remove = Entered wrongly? Take it off the roster
button-roster-back = Back to the roster
