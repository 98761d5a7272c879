# --- Personal data that was typed ---
data-masked =
    In that message I recognised <b>{ $kinds }</b>. I masked it before anything was stored; I keep none of its digits.

    Next time, put a word in square brackets in its place first. An invented example: <code>[APPLICANT], { $mask }, asks for a lower fee</code>

    Your own message still stands in this chat. Shall I delete it?
button-delete-typed = Delete that message
button-masking-lesson = Golden rule: what never goes in
data-nik = a NIK (identity number)
data-kk = a family card number
data-nip = a NIP (civil servant number)
data-phone = a phone number
data-email = an e-mail address
data-account = a bank account number
data-card = a card number
data-npwp = an NPWP (tax number)
data-identity = an identity number
typed-deleted = That message is deleted from this chat, on your phone too.
typed-not-deleted = Telegram does not let me delete that message. You can do it yourself: hold the message, then choose Delete.
typed-too-old = That message is more than 48 hours old, and Telegram no longer lets me delete it. You still can: hold the message, then choose Delete.
name-holds-data = Please write the name alone, without a number or an e-mail address.
