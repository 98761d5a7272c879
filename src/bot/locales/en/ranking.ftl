ranking-title = Ranking of units
ranking =
    <b>{ $title }</b>
    Share of people on schedule, units { $first } to { $last } of { $total }.

    { $units }

    { $note }
ranking-unit = { $place }. { $name }: { $onSchedule } of { $people } ({ $share })
ranking-own = <b>{ $place }. { $name }: { $onSchedule } of { $people } ({ $share }), your unit</b>
ranking-note = On schedule: no earlier lesson stands open, and something was answered within the last ten working days. The order allows for how many people a unit has, so that small ones do not rise or fall by chance.
ranking-note-small = On schedule: no earlier lesson stands open, and something was answered within the last ten working days. Your unit is not shown: units of fewer than five people are not compared.
ranking-empty = There is nothing to compare yet. The ranking appears once at least two units have five people each who have been learning for a week.
ranking-off = Your organisation shows no ranking. Your own progress is under /progress.
ranking-file = ranking.png
button-help-ranking = Ranking of units
button-ranking-previous = Previous
button-ranking-next = Next
menu-peringkat = Ranking of units
# In the picture
picture-on-schedule = Share of people on schedule, { $first } to { $last } of { $total }
picture-share = { $share } · { $onSchedule } of { $people }
picture-own-unit = your unit
