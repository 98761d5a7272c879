import { describe, expect, it } from 'vitest'
import { LESSON, changed, problemsOf } from './fixture.ts'

describe('YAML that is broken', () => {
  it.each<[string, string | RegExp, string, string]>([
    [
      'a colon in a text',
      'title: AI alat bantu',
      'title: AI: alat bantu',
      `${LESSON}:3: broken YAML (Nested mappings are not allowed in compact mappings): put a text that holds a colon or begins with a sign in double quotes, and indent lists alike`,
    ],
    [
      'a key twice',
      'minutes: 3',
      'minutes: 3\nminutes: 4',
      `${LESSON}:7: broken YAML (Map keys must be unique): the same key stands above: remove one of the two`,
    ],
    [
      'a tab',
      '    answer: b',
      '\tanswer: b',
      `${LESSON}:21: broken YAML (Tabs are not allowed as indentation): indent with spaces`,
    ],
    [
      'an unclosed quote',
      'task: "Pilih **satu** tugas."',
      'task: "Pilih **satu** tugas.',
      `${LESSON}:12: broken YAML (Missing closing "quote): close the quote or bracket, and put a colon after a key`,
    ],
    [
      'an unclosed bracket',
      'title: AI alat bantu',
      'title: [AI alat bantu',
      `${LESSON}:3: broken YAML (Flow sequence in block collection must be sufficiently indented and end with a ]): begin the line under the one that it belongs to, and close every bracket`,
    ],
    [
      'an alias',
      'objective: Memilah tugas',
      'objective: *x',
      `${LESSON}:4: the YAML cannot be read (Alias resolution is disabled): write the value out in place of the *alias`,
    ],
    [
      'a bomb of aliases',
      'title: AI alat bantu',
      'title: &a [x, x]\nb: [*a, *a]',
      `${LESSON}:4: the YAML cannot be read (Alias resolution is disabled): write the value out in place of the *alias`,
    ],
    [
      'brackets without end',
      'tags: [data]',
      `tags: ${'[ '.repeat(64)}`,
      `${LESSON}:23: 64 brackets or more are opened inside each other: write lists as lines that begin with a hyphen`,
    ],
    [
      'no front matter',
      '---\n',
      '',
      `${LESSON}:1: the file does not begin with \`---\`: put the front matter (id, title, …) between two lines of \`---\` at the top`,
    ],
    [
      'front matter without an end',
      '---\nAI adalah',
      'AI adalah',
      `${LESSON}:1: the front matter is not closed: put a line of \`---\` between it and the body`,
    ],
  ])('%s', async (_, from, to, problem) => {
    expect((await problemsOf(changed(from, to)))[0]).toBe(problem)
  })

  it('the quote of the last text is found where it was opened', async () => {
    const file = '---\nid: fondasi-satu\ntask: "a\ntitle: b\n---\nIsi.\n'
    expect((await problemsOf({ [LESSON]: file }))[0]).toBe(
      `${LESSON}:3: broken YAML (Missing closing "quote): close the quote or bracket, and put a colon after a key`,
    )
  })
})
