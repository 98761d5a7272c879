reload-unchanged = The lessons in the folder are those in use. There was nothing to reload.
reload-done =
    <b>The lessons were reloaded.</b>

    { $what }
reload-unseen = Only details changed that no participant sees.
reload-added = New lessons ({ $count }): { $names }
reload-reworded = Lessons with new wording ({ $count }): { $names }
reload-withdrawn = Lessons withdrawn ({ $count }): { $names }. What was sent can still be answered.
reload-changed = Questions with another meaning ({ $count }): { $names }. Their statistics begin anew.
reload-respelled = Questions only tidied up ({ $count }): { $names }. Their statistics go on.
reload-others = and { $more } more
reload-refused =
    <b>The new lessons cannot be used yet.</b> The old ones go on, so participants notice nothing. To be mended:

    { $problems }
reload-problem = <code>{ $place }</code> { $problem }
reload-more-problems = There are { $more } more. See all of them with <code>npm run sedikit -- lessons check</code>
