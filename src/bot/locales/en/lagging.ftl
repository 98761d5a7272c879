lagging-nobody = There are no participants in your units yet. Invite them with /invite.
lagging-none =
    <b>Not done yet</b>

    { $total ->
        [1] Nobody: your only participant has kept up to today.
       *[other] Nobody: all { $total } of your participants have kept up to today.
    }
lagging-head = <b>Not done yet</b>: { $lagging } of { $total } participants
lagging-privacy = What you see is whether somebody takes part, never answers or scores.
lagging-leaders = Leaders among them, whose names are not shown: { $leaders }.
lagging-reason-head = <b>{ $reason }</b>: { $count }
lagging-reason-unanswered = No answer yet
lagging-reason-unstarted = Not started
lagging-reason-blocked = Blocked the bot
lagging-reason-away = On leave
lagging-reason-paused = On pause
lagging-why-unanswered =
    { $days ->
        [1] no answer for a working day
       *[other] no answer for { $days } working days
    }
lagging-why-unstarted =
    { $days ->
        [1] not started, for a working day
       *[other] not started, for { $days } working days
    }
lagging-why-blocked = out of reach
lagging-why-away = on leave until { $until }
lagging-why-paused = on pause
lagging-unreminded = wishes no reminders
lagging-line = • { $name }: { $why }
lagging-line-unit = • { $name } ({ $unit }): { $why }
remind-one = Remind { $name }
remind-all = Remind all ({ $count })
button-remind-page = Remind all on this page
button-lagging-before = ‹ Before
button-lagging-after = Next ›
button-lagging-reasons = All reasons
button-lagging-text = Text for the WhatsApp group
button-lagging = Not done yet
button-whatsapp = Open WhatsApp
reminded-sent = Reminded now: { $count }.
reminded-waiting = To be reminded in their next working hours, since now it is quiet or a day off: { $count }.
reminded-already = Had a reminder today already, and once a day is enough: { $count }.
reminded-unreminded = Wish no reminders, which I respect: { $count }.
reminded-left = Not reminded, being on leave, on pause or out of reach: { $count }.
reminded-nobody = There is nobody to remind.
lagging-group-intro = Here you are, { $you }. Without names, ready for the group:
lagging-group = Dear colleagues of { $unit }, so far { $done } of { $total } of us have kept up with the AI lessons in Sedikit. Thank you very much! Whoever had no time yet still can: open Telegram, three minutes are enough.
lagging-group-few = Dear colleagues of { $unit }, thank you for taking time for the AI lessons in Sedikit. Whoever had no time yet still can: open Telegram, three minutes are enough.
lagging-of-unit = Unit: <b>{ $unit }</b>
lagging-units = Which unit? Those below it count in.
lagging-several = { $total } units have a name like that. Which one?
lagging-many = { $total } units have a name like that; these are the first { $shown }. Not in sight? Write it again with more of its name.
lagging-no-unit = I found no unit of that name among yours. Try a part of it, such as /lagging camba, or just /lagging for all of them.
button-lagging-units = Choose a unit
button-lagging-everybody = All my units
lagging-nobody-unit = There is nobody in this unit yet. Invite them with /invite.
