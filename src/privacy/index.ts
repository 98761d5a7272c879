export { masks, replaceMasks, type PersonalKind } from './kinds.ts'
export { columnsOf, type PersonalTable } from './inventory/entry.ts'
export { inventory, personalTables } from './inventory/inventory.ts'
export { FOUND_FIELD, foundIn, maskUpdate } from './mask-update.ts'
