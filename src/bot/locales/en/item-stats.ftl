button-item-stats = Question analysis
button-item-tracks = Choose a track
button-item-list = List of questions
button-item-lesson = Its lesson
button-item-previous = ‹ Previous
button-item-next = Next ›
item-stats-title = Question analysis
item-stats-all-tracks = all tracks
item-stats =
    <b>{ $title }</b> · { $track }
    Worth a look: { $flagged } of { $total } questions. Too few answers: { $few }.
    { $when }
item-stats-at = Reckoned { $when }, from everybody's first answer.
item-stats-never = Not reckoned yet. The first figures come shortly after the first answers.
item-stats-none = This track has no questions.
item-stats-line =
    { $number }. <b>{ $flags }</b> · { $text }
    { $facts }
item-facts = { $right } of { $people } right ({ $share }), discrimination { $correlation }
item-facts-apart = { $right } of { $people } right ({ $share }), no discrimination yet
item-facts-none = no first answers yet
item-flag-check-key = Check the key
item-flag-revise = Revise
item-flag-dead = Replace an option
item-flag-few = Too few answers
item-flag-fine = Good
item-file = question-analysis.png
ask-item-track = Which track's questions would you like to see?
item-gone = This question is no longer part of the lessons.
item-card =
    <b>{ $flags }</b>
    { $track } · lesson { $position }: { $lesson }

    <b>{ $question }</b>

    { $options }

    { $figures }

    { $advice }
item-option-right =
    ✓ { $text }
    { $use }
item-option-wrong =
    ✗ { $text }
    { $use }
item-option-use = { $people } people ({ $share })
item-option-groups = { $people } people ({ $share }); upper group { $upper }, lower { $lower }
item-facility = <b>Right:</b> { $right } of { $people } ({ $share }; 95% interval: { $low } to { $high }), { $difficulty }
item-difficulty-hard = hard
item-difficulty-medium = medium
item-difficulty-easy = easy
item-later = Of these, { $later } first met it as a question that came again.
item-discrimination = <b>Discrimination:</b> { $correlation } (95% interval: { $low } to { $high }), from { $scored } people who answered enough other questions
item-discrimination-flat = <b>Discrimination:</b> undefined, since all answers or all scores are the same ({ $scored } people)
item-discrimination-none = <b>Discrimination:</b> nobody has answered enough other questions of this track yet
item-groups = <b>Upper and lower 27%</b> ({ $group } people each): { $upper } against { $lower } right, { $by } points apart (95% interval: { $low } to { $high })
item-certainty = <b>Sure and wrong:</b> { $sureWrong } of { $sure } who were sure ({ $share }); { $asked } people were asked how sure they were
item-version = <b>Version { $version }</b>, since { $since }. { $when }
item-earlier = Version { $version }: { $facts }
item-do-check-key = <b>Check the key.</b> People who get the other questions right are wrong here more often than the rest. Compare the key with the lesson. If the key is right, look for the word that misleads those who know.
item-do-check-key-lure = <b>Check the key.</b> People who get the other questions right are wrong here more often than the rest, and prefer “{ $lure }”. If that can be defended, change the key or the wording.
item-do-revise = <b>Revise.</b> Those who know and those who do not are right here about equally often. Make the question clearer, and take the wrong options from mistakes that people really make.
item-do-revise-easy = <b>Revise.</b> This question is too easy to tell who knows from who does not. Ask for more, or make the wrong options more plausible.
item-do-dead = <b>Replace an option.</b> Hardly anybody chooses { $options }. Put a mistake in its place that you often hear from participants.
item-do-few = <b>Wait.</b> Only { $scored } of { $least } people can be compared so far. The figures above are too weak a reason to change the question.
item-do-fine = <b>Leave it.</b> This question tells who knows from who does not.
item-do-fine-rule = <b>Leave it.</b> Nearly everybody is right, and should be: it asks about a golden rule.
item-quoted = “{ $text }”
# In pictures
picture-item-share = Share of right answers (further right: easier)
picture-item-apart = Discrimination: the higher, the better it tells who knows
picture-item-key = check the key
picture-item-revise = revise
picture-item-fair = fair
picture-item-good = good
picture-item-plain = may stay as it is
picture-item-doubtful = worth a look
picture-item-faint = too few answers (fewer than { $least } people)
picture-item-note = One mark is one question; those with a number are in the list. Discrimination says how far people who get the other questions right get this one right as well.
picture-item-sums = { $track } · { $flagged } of { $total } questions worth a look
item-stats-no-period = The analysis of questions takes all first answers since the wording came out, so “{ $typed }” does not apply here. Just <code>/stats items</code>; a button chooses the track. For a period there is, say, <code>/stats lessons this month</code> or <code>/stats lessons 1-15 November</code>.
