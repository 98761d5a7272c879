# --- Invitations ---
ask-invite-unit = An invitation for which unit?
ask-invite-unit-more = An invitation for which unit? Not in sight? Just write its name. Changed your mind? Write <b>cancel</b>.
invite-no-unit = I found no unit of that name among yours. Try a part of it. Changed your mind? Write <b>cancel</b>.
invite-made =
    An invitation for <b>{ $unit }</b>:

    { $link }

    Valid until { $until }, for { $uses } people. This link is for people you know: whoever opens it belongs to the unit at once. For a wall, use the poster.
button-invite-text = Text for WhatsApp
button-invite-qr = QR picture
button-invite-poster = A4 poster with a code
button-invite-revoke = Take this invitation back
button-invites = Invitations that are valid
invite-text =
    Good day, dear colleagues of { $unit }.

    Let us learn to use AI in our work, *three minutes on each working day*, right in Telegram. Free, and without a new app.

    👉 { $link }

    Open the link, press *Start*, and the first lesson comes at once. Valid until { $until }.

    Note: this bot never asks for your NIK, a password, an OTP or money.
invite-qr-file = invitation.png
invite-qr-note = Scan it with the phone's camera; Telegram opens and the first lesson comes at once. Valid until { $until }.
invite-qr =
    An invitation for <b>{ $unit }</b>, valid until { $until }:
    { $link }
invite-poster =
    A poster for <b>{ $unit }</b>, ready to print. Its code is <b>{ $code }</b>, valid until { $until } for { $uses } people.

    Whoever comes by this code learns at once. I then ask you to say that they are people of this unit, with one tap.
poster-file = Poster-{ $unit }
poster-title = Learn AI, three minutes a day
poster-motto = Little by little, it becomes a hill
poster-audience = For everybody of { $unit }
poster-scan = Scan with your phone's camera
poster-type = or open Telegram, find @{ $bot }, and type this code:
poster-step-open = Scan, or type the code in Telegram
poster-step-agree = Press Agree, answer two short questions
poster-step-learn = The first lesson comes at once
poster-until = The code is valid until { $until }
poster-safety = This bot never asks for your NIK, a password, an OTP or money. You may stop at any time.
invites = <b>Invitations that stand: { $total }</b>
invites-link = { $place }. { $unit }: link, used { $uses } of { $most }, until { $until }
invites-poster = { $place }. { $unit }: poster, used { $uses } of { $most }, until { $until }
invites-none = No invitation stands at present. Make one with /invite.
button-invites-revoke = Take back number { $position }
invites-over = This invitation is no longer valid. Make a new one with /invite.
invites-revoked = That invitation is taken back: its link and its code let nobody in any more. Those who have joined go on learning.
invites-restored = That invitation is valid again.
button-invite-keep = Leave it as it is
button-invite-days = How long it is valid
button-invite-uses = For how many
ask-invite-days = Valid for how long, from now on?
ask-poster-days = A poster for <b>{ $unit }</b>: how long is its code to be valid? The date is printed with it. Anybody can read a code on a wall, so two weeks at the most.
ask-invite-uses = For how many people in all? { $uses } have come by this invitation so far.
button-invite-days-of =
    { $count ->
        [1] 1 day
        [365] 1 year
       *[other] { $count } days
    }
button-invite-uses-of =
    { $count ->
        [1] 1 person
       *[other] { $count } people
    }
