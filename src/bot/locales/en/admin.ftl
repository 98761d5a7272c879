share-none = none yet
setup-welcome =
    Welcome, { $you }. You are the <b>first admin</b> here. Three steps, and everything runs.

    <b>1 of 3.</b> What is the organisation called? Type it here, for example <i>Regency of Contoh</i>. The name is shown in the privacy notice.
setup-name-unclear = That name is empty or too long (at most { $most } letters). Please type it once more.
setup-invite =
    <b>2 of 3.</b> { $organisation } is ready. Share this invitation with those who are to learn:

    { $link }

    Valid until { $until }, for { $uses } people. More links at any time with /invite.

    <b>3 of 3.</b> See for yourself: send the first lesson to yourself.
button-send-first = Send me the first lesson
admin-now = You are an admin now, { $you }. /stats and /invite are ready.
no-units = There is no unit yet. Type /start to set up the organisation.
