# --- A new Telegram account ---
button-takeover = I took part with another account
takeover-name =
    Fine. Write your name as it was known here; titles may be left out.

    Your unit's coordinator makes sure of it, and then all the lessons that you have been through come to this account. I do not keep the name that you write. Changed your mind? Write <b>cancel</b>.
takeover-nobody = I found no name like that in your unit. Try to write it in another way, such as your full name. Changed your mind? Write <b>cancel</b>.
takeover-nobody-last = I found no name like that in the unit of this invitation. Ask your coordinator, or go on as a new participant with /start.
takeover-passed-on = Thank you, I have passed it on to the coordinator. I will tell you here when there is an answer. Meanwhile you may go on as usual.
takeover-asked-before = The coordinator has your wish already. I will tell you here when there is an answer.
takeover-with-role = This account has a task of its own here, so an admin at your office has to help with moving it.
takeover-asked =
    Somebody with a new Telegram account says that they took part at <b>{ $unit }</b>. This may be their old place:

    { $places }

    Please make sure with the person directly, by phone or when you meet. Once confirmed, the place moves to the new account.
takeover-place = • <b>{ $name }</b>: joined { $joined }, last wrote { $seen }
takeover-yes = Yes: { $name }
button-takeover-no = No, do not move it
takeover-done = Moved: <b>{ $name }</b> learns with the new account now. If it was a mistake, undo it within three days.
takeover-refused = Fine, nothing was moved. I have told the person.
takeover-decided-before = This wish has been decided on already.
takeover-gone = This wish does not stand any more.
takeover-blocked = It cannot be undone: the old account has joined again as a new participant.
takeover-undone = Undone: the place is back with the old account. I have told both accounts.
takeover-welcome = Welcome back, { $you }. Your place has moved to this account.{ $standing } { $next }
takeover-left = Your place at Sedikit has moved to another Telegram account, confirmed by a coordinator. This account gets no more lessons. If you did not ask for it, tell your unit's coordinator at once: within three days it can be undone.
takeover-back = Your place is back with this account, as the coordinator decided. Type /today for today's lesson.
takeover-ended = The coordinator has undone the move to this account. To take part as a new participant, open your invitation once more.
takeover-ended-own = The coordinator has undone the move to this account. The lessons that you began here go on as usual.
takeover-not-yours = The coordinator could not make sure of your old place. Please talk to them directly, or go on as a new participant: type /start.
takeover-not-yours-joined = The coordinator could not make sure of your old place. Please talk to them directly; your lessons here go on as usual.
