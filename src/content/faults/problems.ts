/**
 * What may be wrong in a file of lessons, and how to mend it, as the shell says it; the chat has the
 * same under the same keys in its locales (`lesson-fault-…`). `{name}` is one of the fault's values.
 */
export const lessonProblems = {
  // The files and folders.
  'file-binary': ['the file is binary, not text', 'replace it by a Markdown file'],
  'file-hidden-character': [
    'there is a character that cannot be shown (U+{value})',
    'type the text of this line again',
  ],
  'file-missing': ['the file is missing', 'write it'],
  'file-not-utf8': ['the file is not UTF-8', 'save it as UTF-8 in your editor'],
  'file-too-large': [
    'the file has {bytes} bytes',
    'a lesson has a few thousand, and {most} is the limit',
  ],
  'file-unreadable': ['the file cannot be read ({code})', 'see that it may be read'],
  'file-utf16': ['the file is UTF-16', 'save it as UTF-8 in your editor'],
  'folder-unreadable': ['the folder cannot be read ({code})', 'see that the folder may be read'],
  'lesson-file-name': [
    'this is not the name of a lesson',
    'call it NN-slug.md or NN-slug.en.md, in small letters, or remove it',
  ],
  'lesson-file-twice': ['lesson {slug} has another file, {file}', 'remove one of the two'],
  link: ['this is a link', 'copy what it leads to, since nothing outside the folder is read'],
  'no-file': [
    'this is not a file',
    'keep the files of lessons alone here, and no links or folders',
  ],
  'no-original': ['there is no Indonesian lesson beside it', 'write it, or correct the name'],
  'no-tracks': ['there is no track in the folder', 'add a folder with track.yaml and lessons'],
  'tracks-unreadable': [
    'the folder cannot be read ({code})',
    'name the folder that holds the tracks',
  ],

  // track.yaml beside its lessons.
  'lesson-named-twice': ['lesson {slug} is named twice', 'remove one of the two'],
  'lesson-not-named': [
    'lesson {slug} is not named in {file}',
    'add it to `lessons` there, or remove this file',
  ],
  'lesson-without-file': [
    'lesson {slug} has no file',
    'add {folder}/NN-{slug}.md, or remove the line',
  ],

  // Ids, and what is nobody's to tell.
  'id-taken': ['{kind} id {id} is taken by {place}', 'give this one another id'],
  'personal-data': [
    'possible personal data: this looks like {number}',
    'take it out, or write it masked, such as 7309xxxx',
  ],

  // The front matter, and YAML.
  'front-matter-missing': [
    'the file does not begin with `---`',
    'put the front matter (id, title, …) between two lines of `---` at the top',
  ],
  'front-matter-open': [
    'the front matter is not closed',
    'put a line of `---` between it and the body',
  ],
  'yaml-alias': [
    'the YAML cannot be read ({message})',
    'write the value out in place of the *alias',
  ],
  'yaml-brackets': [
    '{most} brackets or more are opened inside each other',
    'write lists as lines that begin with a hyphen',
  ],
  'yaml-broken': [
    'broken YAML ({message})',
    'put texts in double quotes, and indent with two spaces',
  ],
  'yaml-indent': [
    'broken YAML ({message})',
    'begin the line under the one that it belongs to, and close every bracket',
  ],
  'yaml-key-twice': ['broken YAML ({message})', 'the same key stands above: remove one of the two'],
  'yaml-open': [
    'broken YAML ({message})',
    'close the quote or bracket, and put a colon after a key',
  ],
  'yaml-tabs': ['broken YAML ({message})', 'indent with spaces'],
  'yaml-unquoted': [
    'broken YAML ({message})',
    'put a text that holds a colon or begins with a sign in double quotes, and indent lists alike',
  ],

  // One value.
  'key-unknown': ['`{key}` is not known here', 'remove it, or write one of {known}'],
  'key-unusable': ['{place} has a key that cannot be used', 'write {wanted}'],
  'line-break': [
    'a line break stands where there is room for one line only',
    'write it on one line',
  ],
  'too-many-characters': [
    '{place} has {length} characters, and the limit is {limit}',
    'shorten it by {over}',
  ],
  'value-empty': ['{place} is empty', 'write {wanted}'],
  'value-looks-otherwise': [
    '{place} is {value}',
    'write {wanted} (a text that looks like a number goes in quotes)',
  ],
  'value-missing': ['{place} is missing', 'add {wanted}'],
  'value-too-large': ['{place} is {value}, and the most is {most}', 'write {wanted}'],
  'value-too-long': ['{place} is too long, and the most is {most}', 'write {wanted}'],
  'value-unknown': ['{place} is not one that is known', 'write {wanted}'],
  'value-wrong': ['{place} is {value}', 'write {wanted}'],

  // A question, and what must hold between its parts.
  'answer-no-option': ['`answer` is {answer}, but options are {keys}', 'name one of them'],
  'explanation-lines': [
    '`explanation` has more line breaks than Telegram takes',
    'keep {most} at most',
  ],
  'options-alike': ['two options have the same text', 'make every option say something else'],
  'options-count': ['`options` has {count}', 'write {least} to {most} options; three are best'],
  'options-not-three': ['`options` has {count}', 'write three options'],
  'tag-unknown': ['tag {tag} is not known', 'write one of {known}, or leave it out'],

  // The same lesson in English.
  'english-answer': ['`answer` is {answer}, but {original} in Indonesian', 'make the two agree'],
  'english-id': ['the id is {id}, but {original} in Indonesian', 'write {original}'],
  'english-minutes': ['`minutes` is {minutes}, but {original} in Indonesian', 'remove it here'],
  'english-options': [
    'the options are {keys}, but {original} in Indonesian',
    'give the same keys in the same order',
  ],
  'english-question-missing': ['question {id} is missing in English', 'translate it too'],
  'english-question-unknown': [
    'question {id} is not in the Indonesian lesson',
    'name one of {known}',
  ],

  // The body, and whatever else is Markdown.
  'body-missing': ['the lesson has no body', 'write it under the front matter, 200-300 words'],
  'body-too-long': ['the body has {words} words, and the limit is {limit}', 'shorten it by {over}'],
  'lesson-too-long': [
    "the whole lesson has {length} characters, and {limit} is the limit ({reserved} of Telegram's {message} are kept for the bot's lines)",
    'shorten body, task or sources by {over}',
  ],
  'link-nowhere': ['the link to {url} leads nowhere', 'write its full address, with https://'],
  'markdown-nested': [
    '{depth} quotes or lists stand inside each other, and the limit is {limit}',
    'write one quote or list, or a line of `---`',
  ],
  'markdown-too-long': [
    'the Markdown has {length} characters, and the limit is {limit}',
    'write 200-300 words, one idea',
  ],
  'no-html': [
    'HTML is not shown in Telegram',
    'write it in Markdown, or put `<` between backticks',
  ],
  'no-link': [
    '{text} is shown as it stands, since it is no link',
    'write a link as [words](https://address), without spaces in the address',
  ],
  'no-picture': ['a lesson holds no picture', 'say it in words, or link to the picture'],

  // An assessment.
  'forms-length': [
    'form a has {a} items, and form b {b}',
    'write as many in each, the two at one place about the same lesson',
  ],
  'forms-pair': [
    '{item} tests {lesson}, but {twin} in the same place of form a tests {other}',
    'test the same lesson in both',
  ],
  'item-lesson-unknown': [
    'lesson {lesson} is not in this track',
    'name a lesson of the track by its id',
  ],
  'items-out-of-order': [
    '{item} tests a lesson that comes before that of {before}',
    'put the items in the order of the lessons',
  ],

  // The surveys.
  'scale-not-five': ['`scale` has {count} labels', 'write five'],

  // Lessons from another system: read from the shell alone.
  'json-slugs-alike': ['two lessons have the same slug', 'give each its own'],
  'json-tracks': ['there are {count} tracks', 'a folder takes one: export with --track'],
} as const satisfies Readonly<Record<string, readonly [what: string, mend: string]>>

export type LessonFaultKey = keyof typeof lessonProblems
