announcement-moved-away = Moved away, so nothing is sent to them: { $count }.
announcement-unclaimed = On the roster and not joined yet, so not included: { $count }.
