menu-sertifikat = Certificate
button-certificate = Certificate
button-help-certificate = Certificate
certificates =
    <b>Your certificates, { $you }</b>

    { $tracks }
certificates-none = You have begun no track yet, so there is no certificate. Type /today for the first lesson.
standing-under-way =
    { $count ->
        [0] ◐ { $track }: the last lesson is still open
        [1] ◐ { $track }: one lesson to go
       *[other] ◐ { $track }: { $count } lessons to go
    }
standing-skipped =
    { $count ->
        [1] ◐ { $track }: you have been through all of it, but skipped a lot. Answer one of the skipped quizzes, further up in this chat; any answer counts.
       *[other] ◐ { $track }: you have been through all of it, but skipped a lot. Answer { $count } of the skipped quizzes, further up in this chat; any answer counts.
    }
standing-ready = ● { $track }: done, the certificate can be issued
standing-issued = ● { $track }: done, the certificate is issued
certificate-of = Certificate: { $track }
ask-certificate-name =
    <b>Your name as on the certificate?</b>

    Type your full name with titles, exactly as it is to be printed; for example <i>Hj. Siti Aminah, S.Pd., M.M.</i> Or take your name as it stands here.
certificate-name-long = That name does not fit on a certificate. { $most } letters at the most, please.
certificate-name-unprintable = That name cannot be printed yet. Use Latin letters, full stops, commas and hyphens only, and no emoji.
ask-asn =
    Are you a civil servant, <b>ASN</b> (PNS or PPPK)?

    This track is worth training hours (JP), and these are stated for ASN only. Village officials and others get the same certificate without JP.
button-asn = ASN
button-not-asn = Not ASN
ask-nip =
    Type your <b>NIP</b>, 18 digits, if you want it on the certificate. It is a choice, not a duty.

    The NIP is kept sealed and used for nothing but your certificate; the page for checking does not show it.
nip-unclear = That does not look like a NIP. It has 18 digits: day of birth, month of appointment, sex, serial number. Type it again, or type <b>cancel</b>.
confirm-certificate =
    <b>This will be printed</b>

    { $lines }

    Is it right? Once issued, it stays like this, even when you move to another unit.
confirm-correction =
    <b>Correction of the certificate</b>

    { $lines }

    The number stays. From then on only the new sheet holds.
confirm-name = Name: <b>{ $name }</b>
confirm-nip = NIP: will be printed
confirm-unit = Unit: { $unit }
confirm-track = Track: { $track }
confirm-hours = Worth: { $jp } JP
button-issue = Issue it
button-issue-anew = Print it anew
button-change-name = Change the name
button-add-nip = Add the NIP
button-without-nip = Without NIP
certificate =
    Congratulations, { $you }. Here is your certificate, number <b>{ $number }</b>.

    Anybody can check it by the QR code on the sheet, without logging in anywhere.
button-correct-certificate = Correct the name
certificate-revoked = Certificate <b>{ $number }</b> was revoked on { $day }: { $reason }. If you think this is wrong, please ask the admin in your office.
certificate-track-gone = This track is no longer among the lessons, so its certificate cannot be issued from here. Please ask the admin in your office.
corrected-too-often = This certificate was corrected several times already. For another change, please ask the admin in your office.

# --- Checking ---
check-valid =
    ✅ <b>This certificate is valid</b>

    Number: { $number }
    Name: <b>{ $name }</b>
    Unit: { $unit }
    Learning track: { $track }
    Completed: { $completed }
    Issued: { $issued }
    By: { $organisation }
check-revision = { $number }, revision { $revision }
check-hours = Worth: { $jp } JP, by { $basis }
check-revoked = ⛔ <b>This certificate was revoked</b> on { $day }. Reason: { $reason }.
check-erased = ℹ️ Certificate { $number } was issued. Its holder has had their data erased, so that name and unit can no longer be compared here.
check-superseded = ⚠️ <b>This sheet was replaced.</b> Certificate { $number } was printed anew on { $day } because of a correction. Ask its holder for the new sheet.
check-unknown = ❓ <b>There is no certificate with this code.</b> Scan the QR code on the sheet once more; if this comes again, the sheet is not from us.
check-malformed = ❓ <b>This code is not complete.</b> Scan the QR code on the certificate once more.
revoked-mistake = issued by mistake
revoked-facts = some of its facts are not true
revoked-request = at its holder's request
revoked-conduct = obtained in a way that is not allowed
