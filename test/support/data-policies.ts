import type { Callback } from '../../src/bot/callback.ts'
import type { ButtonPolicy } from './button-policy.ts'

/** What somebody presses about their own data; a press about another's does not exist. */
export const dataPolicies = {
  // Nobody in the scene stands still.
  agreeAgain: { may: 'owner' },
  release: { may: 'owner' },
  // There is no name to go back to.
  myDataNameUndo: { may: 'owner' },
  eraseAsk: { may: 'joined' },
  myData: { may: 'joined' },
  myDataFile: { may: 'joined' },
  myDataFix: { may: 'joined' },
  myDataName: { may: 'joined' },
  myDataRole: { may: 'joined', of: () => 'guru' },
  restrictAsk: { may: 'joined' },
  withdrawAsk: { may: 'joined' },
  // What somebody typed, and takes back.
  deleteTyped: { may: 'owner', of: () => 1 },
  withdrawQuestion: { may: 'owner', of: (t) => t.question },
  // What was asked in 1970 holds no more.
  eraseYes: { may: 'owner', of: () => 1 },
  restrictYes: { may: 'owner', of: () => 1 },
  withdrawYes: { may: 'owner', of: () => 1 },
} as const satisfies Partial<Record<Callback, ButtonPolicy>>
