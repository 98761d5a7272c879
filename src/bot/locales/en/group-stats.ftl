button-stats-roles = By role
button-stats-tracks = By track
stats-roles-title = By role
stats-roles =
    <b>By role</b>
    { $period }

    { $roles }
stats-roles-none = Nobody had joined by then.
stats-role =
    <b>{ $name }</b> · { $people } people
    active { $active }; done with the common track { $done }
stats-tracks-title = By track
stats-tracks =
    <b>By track</b>, { $first } to { $last } of { $total }
    { $period }; { $joined } people have joined.

    { $tracks }
stats-track =
    <b>{ $name }</b>
    began { $begun }; of these, done { $done }
stats-tracks-none =
    <b>By track</b>
    { $period }

    No track had been begun by then.
stats-track-units =
    <b>{ $name }</b>
    { $period }
    All together: began { $begun }; done { $done }

    By unit, { $first } to { $last } of { $total }; those who most need a hand first.

    { $units }
stats-track-alone =
    <b>{ $name }</b>
    { $period }

    Began: { $begun }
    Done: { $done }
stats-track-unit =
    <b>{ $name }</b>
    began { $begun }; done { $done }
# In the picture
stats-roles-picture = Done with the common track, of those who joined, { $period }
stats-done-note = Done: all lessons of the common track were answered, or passed over by the placement test, by the end of that time.
stats-tracks-picture = Done, of those who began, { $period }
stats-tracks-note = Counted up to the end of that time, and not only what was done within it.
stats-track-note = Units { $first } to { $last } of { $total }, those who most need a hand first.
stats-track-picture = Done, of those who joined, { $period }
