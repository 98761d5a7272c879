announcement-moved-away = Moved away, so nothing is sent to them: { $count }.
announcement-unclaimed = On the roster and not joined yet, so not included: { $count }.
announcement-closing-hour = Working hours are over, so I hold the rest and go on by myself { $when }. Press “Go on” to send it now all the same, outside working hours.
