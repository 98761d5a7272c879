export { findPersonal } from './find.ts'
export { personalKinds, replaceMasks, type Found, type PersonalKind } from './kinds.ts'
export { maskText } from './mask.ts'
export { FOUND_FIELD, maskUpdate } from './mask-update.ts'
