button-form-items = Test items
button-form-list = List of test items
form-items-title = Analysis of test items
form-items =
    <b>Analysis of test items</b> · { $track }
    To be looked at: { $flagged } of { $total }. Too few answers so far: { $few }.
    { $when }
form-items-none = This track has no test.
form-name-a = Test A
form-name-b = Test B
form-name-delayed = Test a month later
form-mark-a = A{ $position }
form-mark-b = B{ $position }
form-mark-delayed = M{ $position }
form-right = { $right } of { $people } right ({ $share })
form-sum = <b>{ $name }</b>: before { $before }; after { $after }
form-sum-delayed = <b>{ $name }</b>: { $after }
form-item-line =
    { $number }. <b>{ $flags }</b> · { $mark } · { $text }
    { $after }
form-item-line-both =
    { $number }. <b>{ $flags }</b> · { $mark } · { $text }
    after { $after }; before { $before }
form-occasion-before = <b>Before learning</b>
form-occasion-after = <b>After learning</b>
form-occasion-delayed = <b>A month later</b>
form-item-card =
    <b>{ $flags }</b>
    { $track } · { $form }, item { $position }

    <b>{ $question }</b>

    { $occasions }

    { $version }

    { $advice }
# In the picture
picture-form-share = Right after learning (further right: easier)
