button-help-import = Import roster
button-import-anew = Send another file
button-import-lines = Line by line
button-import-file = As a file
button-import-do = Carry out
button-import-drop = Cancel
button-import-undo = Take this import back
button-import-before = ◀ Before
button-import-after = After ▶
import-ask =
    <b>Import of a roster</b>

    Send an Excel file (.xlsx) or CSV, of at most 20 MB. Its columns: <b>name</b>, <b>unit</b> and, where there are such, <b>parent unit</b>, <b>NIP</b>, <b>position</b>, <b>phone</b>, in any order.

    Nothing changes when you send it: first I show what would happen, line by line. NIPs are kept sealed. Make that column one of texts before filling it in, since Excel rounds long numbers.

    Write <i>cancel</i> if you would rather not.
import-ask-no-nip =
    <b>Import of a roster</b>

    Send an Excel file (.xlsx) or CSV, of at most 20 MB. Its columns: <b>name</b>, <b>unit</b> and, where there are such, <b>parent unit</b>, <b>position</b>, <b>phone</b>, in any order. A column of NIPs is not read, because this server has no key to seal them with.

    Nothing changes when you send it: first I show what would happen, line by line.

    Write <i>cancel</i> if you would rather not.
import-no-file = I am waiting for the file. Send it as a document, or write <i>cancel</i>.
import-reading = ⏳ The file is being read. Nothing has changed.
import-running = ⏳ It is being carried out.
import-refused =
    ⚠️ Nothing can be made of this file. { $why }

    Nothing has changed.
import-dropped = The import was cancelled. Nothing has changed.
import-undone-short = This import was taken back.
import-undone = Taken back: { $removed } names are gone again, { $restored } are as they were{ $kept ->
        [0] .
       *[other] , and { $kept } stay because their people have joined.
    } Units that were made stay.
import-checked =
    <b>This is what would happen</b>

    { $lines }

    Nothing has changed yet. Carry it out?
import-nothing =
    <b>Nothing needs to change</b>

    { $lines }

    The roster is as this file says.
import-faulty =
    <b>This file needs mending first</b>

    { $lines }

    Nothing has changed. While anything is wrong, not one line is taken. Mend it, and send it again.
import-applied =
    ✅ <b>The roster is up to date</b>

    { $lines }

    It can be taken back for a week.
import-count-faults = ✗ wrong: { $count }
import-count-warnings = ! to look at: { $count }
import-count-units = + new units: { $count }
import-count-added = + new names: { $count }
import-count-changed = ~ changed: { $count }
import-count-unchanged = = { $count } as they were
import-count-claimed = ● { $count } known at once as people who have joined
import-count-absent = · { $count } on the roster of these units and not in the file: left alone
import-lines =
    { $first } to { $last } of { $total } notes:

    { $lines }
import-no-lines = What was said of each line was deleted.
import-line = { $sign } Line { $line }: { $what }
import-sign-fault = ✗
import-sign-warning = !
import-sign-unit = +
import-sign-added = +
import-sign-changed = ~
import-kind-fault = wrong
import-kind-warning = to look at
import-kind-unit = new unit
import-kind-added = new name
import-kind-changed = changed
import-column-line = line
import-column-kind = kind
import-column-what = what
import-file-name = what-was-found.csv
import-file = { $count } notes.
import-line-unit = a new unit { $name } below { $parent }
import-line-added = { $name }, { $unit }
import-line-changed = { $name }, { $unit }: brought up to date
import-line-renamed = { $was } becomes { $name }, { $unit }
import-formula-name = the name “{ $value }” is a formula. Write the name itself, without a sign before it.
import-formula-unit = the unit “{ $value }” is a formula. Write its name, without a sign before it.
import-header-missing = no row names the columns. Write name, unit and position above the people.
import-name-empty = the name is empty. Write it, or remove the row.
import-name-none = “{ $value }” is no name. A name has letters, at most { $other }.
import-nip-cut = the NIP has { $value } digits and not 18. A zero before it or a digit after it was lost: make the column one of texts and type it again.
import-nip-none = the NIP is none. Look at it again, or leave it empty.
import-nip-rounded = Excel has rounded the NIP to 15 digits ({ $value }). The lost ones cannot be read from the file: make the column one of texts and type it again.
import-nip-twice = the NIP stands in line { $other } too.
import-nip-unread = the column “{ $value }” is not read, because this server has no key to seal NIPs with.
import-number-unread = the column “{ $value }” is not read. Such numbers are never kept; better remove it.
import-parent-unknown = there is no unit “{ $value }” above it. Write the name of one that is there.
import-phone-none = the phone number is none. Write digits, or leave it empty.
import-phone-zero = the phone number had lost its first zero; it was put back.
import-role-unknown = the position “{ $value }” is not known. Left open; the person chooses at joining.
import-rows-many = there are { $value } people. Import { $other } at a time.
import-rows-none = nobody stands below the names of the columns. Write one row for each person.
import-same-elsewhere = “{ $value }” stands in line { $other } too, in another unit. Fine if they are two people; otherwise remove one.
import-same-name = “{ $value }” stands in line { $other } too. Remove one, or tell them apart by NIP or whole name.
import-same-place = there are several “{ $value }” in this unit. Add a NIP to tell them apart.
import-two-columns = two columns say the { $value }. Remove one.
import-unit-column = no column says the unit. Add one, with the unit of each person.
import-unit-empty = the unit is empty. Fill it, or remove the row.
import-unit-long = the unit’s name “{ $value }” is too long. At most { $other } letters.
import-unit-near = there is no unit “{ $value }”. Did you mean “{ $other }”? If it is a new one, fill in its parent unit.
import-unit-unknown = there is no unit “{ $value }”. If it is a new one, fill in its parent unit.
import-file-kind = Please send a file .xlsx or .csv. An old .xls can be saved as .xlsx in Excel.
import-file-too-large = The file is larger than 20 MB, which is too large. A list of a hundred thousand people has about 5 MB; remove pictures and other sheets, or split it.
import-file-gone = Telegram has the file no more. Send it once again.
import-file-broken = Something broke while it was read. Send it again in a while.
import-file-not-allowed = The role that allowed it was taken back.
import-file-damaged = The workbook is damaged, or protected by a password. Open it in Excel, save it again without one, and send it once more.
import-file-no-text-line = It is no text (line { $line }). Save it again from Excel as “CSV UTF-8”.
import-file-no-workbook = It is no Excel workbook (.xlsx). If a password protects it, take that off first.
import-file-not-utf8-line = The letters are mixed up from line { $line } on. Save it again from Excel as “CSV UTF-8”.
import-file-quote-followed-line = In line { $line } something follows a closed quote. Remove the quotes, or save it again from Excel as “CSV UTF-8”.
import-file-quote-open-line = In line { $line } a quote is not closed. Close it, or remove it.
import-file-rows-many = There are more rows than one file may have (100,000). Split it.
import-file-too-heavy = Reading it took too long or too much memory, and was stopped. Save the sheet of the list alone as a new file, and send that.
import-file-too-many-parts = The workbook has too many parts. Save the sheet of the list alone as a new file, and send that.
import-file-unpacks-too-large = Unpacked, it is far larger than any roster. Save the sheet of the list alone as a new file, and send that.
