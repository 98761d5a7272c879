import { questionAt, textIn } from '../../content/index.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

export interface FeedbackArgs extends ViewBaseArgs {
  readonly questionId: string
  readonly questionHash: string
  readonly correct: boolean
  readonly sure: boolean
  /** The poll that was answered; null where it is not known. */
  readonly messageId: number | null
}

/** What was right, and why: a poll that asks how sure one is does not say it itself. */
export const feedback: View<FeedbackArgs> = async (view, args) => {
  const { questionId, questionHash, correct, sure, messageId } = args
  const question = await questionAt(view.db, view.catalogue, questionId, questionHash)
  const { options, explanation } = textIn(question, view.locale)
  const right = options.find((option) => option.key === question.answer)?.text ?? ''
  const rendered = textMessage({
    html: view.t(`feedback-${correct ? 'right' : 'wrong'}-${sure ? 'sure' : 'unsure'}`, {
      right,
      explanation,
    }),
  })
  if (messageId === null || !('send' in rendered)) return rendered
  const { method, payload } = rendered.send
  return {
    send: {
      method,
      payload: {
        ...payload,
        reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
      },
    },
  }
}
