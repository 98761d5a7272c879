ask-search = What would you like to find in the lessons? Write a word or a few, such as <b>personal data</b>. If you would rather not, write <b>cancel</b>.
search-unclear = I found no word in that. Write it in letters or digits, such as <b>personal data</b>.
search-nothing = None of your lessons is about that. Try a more general word with /search, or just one word.
search-found = Results for <b>{ $words }</b>:
search-corrected = Perhaps you meant <b>{ $words }</b>. Here is what I found:
search-partly = No lesson has all of these words. The nearest, for <b>{ $words }</b>:
search-hit =
    <b>{ $title }</b>
    <i>{ $track }</i>
    { $passage }
search-read = Read: { $title }
button-search-back = Back
button-search-next = Next
read-place = { $track } · lesson { $position } of { $total }
read-gone = That lesson is no longer there. Find another with /search.
