export { masks, replaceMasks, type PersonalKind } from './kinds.ts'
export { foundIn, maskUpdate } from './mask-update.ts'
