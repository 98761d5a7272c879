import type { Fault } from '../problem.ts'
import { readGiftQuestion, type GiftQuestion } from './read-gift-question.ts'
import { commentOf, splitGift, type GiftBlock } from './split-gift.ts'

export interface GiftCategory {
  /** As the file has it ("$course$/top/fondasi"); empty before the first category is named. */
  readonly path: string
  /** Of its lesson, where a comment of ours says them. */
  readonly title: string
  readonly objective: string
  readonly questions: readonly GiftQuestion[]
}

export interface ReadGift {
  /** Those that hold a question that was taken. */
  readonly categories: readonly GiftCategory[]
  /** What is wrong in the file. */
  readonly broken: readonly Fault[]
  /** What is right, but is nothing that this project can ask. */
  readonly unsupported: readonly Fault[]
  /** What of a question that was taken is lost. */
  readonly losses: readonly Fault[]
}

/** Reads GIFT as Moodle does, but says where Moodle would guess. Never throws. */
export function readGift(text: string): ReadGift {
  const categories: (GiftCategory & { questions: GiftQuestion[] })[] = [
    { path: '', title: '', objective: '', questions: [] },
  ]
  const broken: Fault[] = []
  const unsupported: Fault[] = []
  const losses: Fault[] = []
  for (const block of splitGift(text)) {
    if (block.text.startsWith('$CATEGORY:')) {
      const category = readCategory(block)
      const same = categories.find(({ path }) => path === category.path)
      // Going back to a category goes on with it.
      if (same !== undefined) categories.splice(categories.indexOf(same), 1)
      categories.push(same ?? category)
      if (/\n\s*\S/.test(block.text)) broken.push(unseparated(block))
      continue
    }
    const read = readGiftQuestion(block)
    if (read.kind === 'question') {
      categories.at(-1)?.questions.push(read.question)
      losses.push(...read.losses)
    } else if (read.kind === 'broken') broken.push(read.fault)
    else unsupported.push(read.fault)
  }
  const taken = categories.filter(({ questions }) => questions.length > 0)
  return { categories: taken, broken, unsupported, losses }
}

function readCategory({ text, comments }: GiftBlock) {
  const [line = ''] = text.split('\n')
  return {
    path: line.slice('$CATEGORY:'.length).trim(),
    title: commentOf(comments, 'title'),
    objective: commentOf(comments, 'objective'),
    questions: [],
  }
}

function unseparated({ line }: GiftBlock): Fault {
  return {
    line: line + 1,
    what: 'this belongs to the name of the category above it',
    mend: 'leave a blank line after $CATEGORY',
  }
}
