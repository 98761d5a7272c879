menu-kelola_materi = Content
content =
    <b>What is live now</b>

    { $tracks ->
        [one] 1 track
       *[other] { $tracks } tracks
    } · { $lessons ->
        [one] 1 lesson
       *[other] { $lessons } lessons
    } · { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }
    Last change of content: { $since }

    Choose a track to see what is in it.
content-never = not recorded yet
content-track =
    <b>{ $title }</b>
    { $whom }

    { $description }

    Lessons { $first }–{ $last } of { $total }:
content-for-all = For everybody
content-for-rest = For whoever has had every lesson, one a month
content-for-role = For the role { $name }
content-for-sector = For the sector { $name }
content-lesson =
    <b>{ $title }</b>
    { $track } · lesson { $position } of { $total }

    <b>Objective:</b> { $objective }
    <b>Competence:</b> { $competence }
    <b>Reviewed:</b> { $reviewed }
    <b>Length:</b> { $words } words, { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }
    <b>Version:</b> <code>{ $version }</code>, since { $since }

    <b>Results so far</b>
    Reached { $delivered ->
        [one] 1 person
       *[other] { $delivered } people
    }
    Answered { $answered } · Skipped { $skipped } · Open { $open }
    Right at first: { $right }

    <b>By question</b>
    { $list }
content-right = { $right } of { $answered } ({ $share })
content-no-answer = no answers yet
content-question =
    { $number }. { $text }
    → { $right }
content-question-reworded =
    { $number }. { $text }
    → { $right }; in its earlier wording { $before }
content-more-questions = … and { $more } more
content-gone = This button is no longer valid: its lesson is not part of the content any more. Open /content again.
preview-mark = A preview: your answers do not count.
button-content-reload = Reload content
button-content-tracks = All tracks
button-content-previous = ‹ Previous
button-content-next = Next ›
button-content-back = Back to the track
button-content-send = Send it to me
