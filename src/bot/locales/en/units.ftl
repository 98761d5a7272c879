# --- Units ---
unit-head = <b>{ $unit }</b>
unit-parent = Below: { $unit }
unit-people = People: { $people } in this unit, { $all } with those of units below it
unit-children = Units below it: { $count }
unit-has-kind = Kind: { $kind }
unit-no-sector = Sector: none yet
unit-has-sector = Sector: { $sector }
unit-sector-above = Sector: { $sector } (of the unit above)
unit-has-calendar = Working days: { $calendar }
unit-calendar-above = Working days: { $calendar } (of the unit above)
unit-below = ▸ { $unit }
unit-kind-agency = Agency (OPD)
unit-kind-district = District
unit-kind-village = Village
unit-kind-urban-village = Urban village
unit-kind-school = School
unit-kind-health = Health care
unit-kind-other = Other
unit-which-kind = What is this unit?
unit-which-sector = Which sector? Its people, and those of units below it, get the track of that sector.
unit-which-calendar = Which working days? Units below it have the same, but those with their own.
unit-choose = { $total } units match. Which one?
unit-choose-more = { $total } units match; these are the first. Choose, or write more of the name.
unit-ask-find =
    Which unit? Write its name, or a part of it.

    Changed your mind? Write <b>cancel</b>.
unit-ask-name =
    What is the new unit below <b>{ $unit }</b> called?

    Changed your mind? Write <b>cancel</b>.
unit-ask-new-name =
    What shall <b>{ $unit }</b> be called?

    Changed your mind? Write <b>cancel</b>.
unit-ask-parent =
    Below which unit shall <b>{ $unit }</b> stand? Write that unit’s name, or a part of it.

    Changed your mind? Write <b>cancel</b>.
unit-confirm-move = Move <b>{ $unit }</b>, with all units below it, below <b>{ $target }</b>?
unit-confirm-calendar = Give <b>{ $unit }</b> the working days <b>{ $calendar }</b>?
unit-confirm-close = Close <b>{ $unit }</b>? It is offered nowhere any more, and its invitations end. Its past stays, and it can be opened again.
unit-calendar-stays = The working days of { $people } people stay as they are.
unit-calendar-changes = The working days of { $people } people change: from { $before } to { $after }. Their next lessons are planned anew.
unit-added = It is added.
unit-renamed = Done: it is called <b>{ $unit }</b> now.
unit-moved = It is moved. The schedule of its people is being adjusted.
unit-kind-set = Noted.
unit-sector-set = Done: its sector is set.
unit-calendar-set = Done: its working days are set. The schedule of its people is being adjusted.
unit-closed = Done: <b>{ $unit }</b> is closed.
unit-reopened = Done: <b>{ $unit }</b> is open again.
unit-is-closed = <b>{ $unit }</b> is closed.
unit-known = Nothing changes: it is so already.
unit-gone = That unit is not there any more, or closed. Open /unit again.
unit-root = This unit is the organisation itself: it stands below no other, and cannot be closed.
unit-name-unclear = That name is empty or too long ({ $most } characters at the most). Write it once more.
unit-name-taken = There is a unit of that name already. Write another name.
unit-cycle = That cannot be: it stands below the unit that is to be moved. Choose another place.
unit-not-empty = This unit is not empty yet: { $people } people, { $places } names on the roster, { $children } units below it, { $coordinators } coordinators. Move them first, then close it.
button-unit-add = Add a unit below
button-unit-rename = Rename
button-unit-kind = Kind
button-unit-sector = Sector
button-unit-calendar = Working days
button-unit-move = Move
button-unit-close = Close …
button-unit-find = Find a unit
button-unit-up = ▲ Up
button-unit-reopen = Open again
button-unit-no-kind = Not said
button-unit-as-above = As the unit above
menu-unit = Units
button-help-units = Units
