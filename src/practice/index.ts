export { answerersFor, askedPeople, questionPrefix, type AnsweredBy } from './answerers-store.ts'
export { askQuestion, takeQuestion, whyNot, type Taken } from './ask.ts'
export { QUESTION_WORTH_MS, questionKey, tellWhereItStands } from './bring-question.ts'
export { forgetDrafts, keepDraft, takeDraft } from './drafts-store.ts'
export {
  dropQuestion,
  findOwnQuestion,
  findQuestion,
  keepAnswer,
  openQuestions,
  type AskedQuestion,
} from './questions-store.ts'
export {
  dropReply,
  findReply,
  hasReply,
  keepReply,
  praiseReply,
  sharedReplies,
  shareReply,
} from './replies-store.ts'
export { smallTalk, type SmallTalk } from './small-talk.ts'
export { replanQuestions } from './replan-questions.ts'
export { questionsDue } from './sweep-questions.ts'
export { earliestRising } from './rising-store.ts'
export { giveBack, holderOf } from './taking-store.ts'
export { withdrawQuestions } from './withdraw-questions.ts'
export { type AnswererRole } from './schema.ts'
