tracks =
    <b>Your course</b>

    { $tracks }

    One track is finished before the next begins. Never two lessons on one day.
tracks-and-others =
    <b>Your course</b>

    { $tracks }

    One track is finished before the next begins. Never two lessons on one day.
    There are tracks for other kinds of work too. If one is of use to you, take it in.
track-had = ● { $track }, done
track-begun = ◐ { $track }, { $had } of { $lessons } lessons
track-coming = ○ { $track }, { $lessons } lessons
button-tracks = My course
take-track = Take in: { $track }
leave-track = Leave out: { $track }
