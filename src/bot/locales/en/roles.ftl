# --- Roles ---
roles-admin =
    Whose roles do you want to see or change? Write the name, or a part of it.

    Changed your mind? Write <b>cancel</b>.
roles-coordinator =
    Below are the units that you coordinate. If that task passes to a colleague, hand it over here; announcements and questions then reach them at once.
roles-hand-over-unit = Hand over { $unit }
roles-hand-over =
    To whom does the coordination of <b>{ $unit }</b> pass? Write the colleague's name; they must have joined as a participant.

    Changed your mind? Write <b>cancel</b>.
roles-nobody = I found nobody of that name among those within your reach. Try a part of it, such as the first name. Changed your mind? Write <b>cancel</b>.
roles-people = Which one is it?
roles-people-more = These are the first by the alphabet; there are more. Choose one, or write more of the name.
roles-card =
    <b>{ $name }</b>

    { $roles }
roles-none = No role yet: a participant.
roles-is-admin = Admin
roles-is-coordinator = Coordinator of { $unit }
button-role-coordinator = Make coordinator of …
button-role-admin = Make admin
button-role-take-admin = Take the admin's role back
roles-take-unit = Take back: { $unit }
roles-units = Coordinator of which unit? Those below it are included.
roles-units-more = Coordinator of which unit? Those below it are included. Not in sight? Just write its name.
roles-no-unit = I found no unit of that name. Try a part of it.
roles-confirm-coordinator = Make <b>{ $name }</b> coordinator of <b>{ $unit }</b>, with the units below it?
roles-confirm-admin = Make <b>{ $name }</b> an admin? Admins see every unit and can change anybody's roles.
roles-confirm-take = Take from <b>{ $name }</b> the role of coordinator of <b>{ $unit }</b>?
roles-confirm-take-admin = Take the admin's role from <b>{ $name }</b>?
roles-confirm-hand-over = Hand the coordination of <b>{ $unit }</b> over to <b>{ $name }</b>? Who has it now is then done with that unit.
button-role-yes = Yes, do it
button-role-no = No
roles-done-coordinator = Done: <b>{ $name }</b> is now coordinator of <b>{ $unit }</b>, and will be told. A mistake? Undo it within three days.
roles-done-admin = Done: <b>{ $name }</b> is now an admin, and will be told. A mistake? Undo it within three days.
roles-done-take = Done: <b>{ $name }</b> no longer coordinates <b>{ $unit }</b>. Where nobody else does, its matters go to the coordinator above. A mistake? Undo it within three days.
roles-done-take-admin = Done: <b>{ $name }</b> is no longer an admin, and will be told. A mistake? Undo it within three days.
roles-done-hand-over = Done: the coordination of <b>{ $unit }</b> is now with <b>{ $name }</b>. Those concerned will be told. A mistake? Undo it within three days.
roles-known = Nothing changes: it was so already.
roles-gone = That cannot be done any more: the person, the unit or its state has changed. Begin again with /role.
roles-last-admin = This is the last admin. Make somebody else an admin first, so that there is always one who can set things right.
roles-undone = Undone: everything is as it was.
roles-told-coordinator =
    From now on you are <b>coordinator of { $unit }</b>. You can see who takes part and who needs a word, invite people, and answer their questions. Answers and scores stay their own.
roles-told-no-coordinator = Your time as coordinator of <b>{ $unit }</b> has come to an end. Thank you for seeing people along. Your own lessons go on as before.
roles-told-admin = You are an admin now. /stats, /invite and /role are ready.
roles-told-no-admin = Your time as an admin has come to an end. Thank you. Your own lessons go on as before.
menu-peran = Roles
button-help-roles = Roles
