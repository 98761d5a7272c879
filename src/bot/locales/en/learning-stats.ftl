learning-head =
    <b>What was learned · { $unit }</b>
    { $period }
learning-empty = Nothing can be measured yet. The first figures come once people have answered the opening questions and been through their track.
learning-empty-then = Nothing was measured in that time. Take a longer one, such as <b>All</b>.
learning-track =
    <b>{ $track }</b>
    Answered all of it before and after: { $people } of { $asked } people
learning-scores = Right on average: { $before }% before, { $after }% after
learning-gain-none = The normalised gain is undefined: all of it was known before.
learning-gain-low = Normalised gain: <b>{ $gain }</b> (low; 95% interval: { $low } to { $high })
learning-gain-medium = Normalised gain: <b>{ $gain }</b> (medium; 95% interval: { $low } to { $high })
learning-gain-high = Normalised gain: <b>{ $gain }</b> (high; 95% interval: { $low } to { $high })
learning-delayed = A month later: { $score }% right ({ $people } people)
learning-few = Fewer than { $least } people: no details are shown.
learning-attitude =
    <b>Attitude towards AI</b> (1 to 5; higher is more open and more careful)
    { $before } before, { $after } after ({ $people } people)
learning-work =
    <b>AI at work, on teaching day { $day }</b>
    Answered: { $answered } of { $asked } ({ $share })
learning-work-option = { $option }: { $people } ({ $share })
learning-calibration =
    <b>How sure</b>
    { $asked } answers that said how sure they were; sure: { $sure }. Sure and wrong: <b>{ $sureWrong }</b> of { $sure } ({ $share })
button-learning = What was learned
button-learning-units = By unit
button-stats = Statistics
ask-learning-unit = What was learned in which unit? Those below it are counted too.
button-all-units = All units
