export { answerersFor, askedPeople, type AnsweredBy, type Answerers } from './answerers-store.ts'
export { forgetDrafts, keepDraft, takeDraft } from './drafts-store.ts'
export {
  dropQuestion,
  findOwnQuestion,
  findQuestion,
  keepAnswer,
  keepQuestion,
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
