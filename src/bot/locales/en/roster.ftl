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
