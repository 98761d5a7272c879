import { lessonFault, type LessonFault } from './faults/lesson-fault.ts'

export interface SplitLesson {
  readonly yaml: string
  readonly yamlLine: number
  readonly body: string
  readonly bodyLine: number
}

export type FrontMatter =
  | { readonly ok: true; readonly parts: SplitLesson }
  | { readonly ok: false; readonly fault: LessonFault }

/** A lesson's file is YAML between two lines of `---`, then Markdown. */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split('\n')
  if (lines[0]?.trimEnd() !== '---') {
    return { ok: false, fault: lessonFault(1, 'front-matter-missing') }
  }
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (close === -1) return { ok: false, fault: lessonFault(1, 'front-matter-open') }
  return {
    ok: true,
    parts: {
      yaml: lines.slice(1, close).join('\n'),
      yamlLine: 2,
      body: lines.slice(close + 1).join('\n'),
      bodyLine: close + 2,
    },
  }
}
