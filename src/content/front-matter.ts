import type { Fault } from './problem.ts'

export interface SplitLesson {
  readonly yaml: string
  readonly yamlLine: number
  readonly body: string
  readonly bodyLine: number
}

export type FrontMatter =
  | { readonly ok: true; readonly parts: SplitLesson }
  | { readonly ok: false; readonly fault: Fault }

/** A lesson's file is YAML between two lines of `---`, then Markdown. */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split('\n')
  if (lines[0]?.trimEnd() !== '---') {
    return fault(
      'the file does not begin with `---`',
      'put the front matter (id, title, …) between two lines of `---` at the top',
    )
  }
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (close === -1) {
    return fault('the front matter is not closed', 'put a line of `---` between it and the body')
  }
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

function fault(what: string, mend: string): FrontMatter {
  return { ok: false, fault: { line: 1, what, mend } }
}
