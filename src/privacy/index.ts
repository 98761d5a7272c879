export { masks, replaceMasks, type PersonalKind } from './kinds.ts'
export { columnsOf, type PersonalTable } from './inventory/entry.ts'
export { inventory, personalTables } from './inventory/inventory.ts'
export { foundIn, maskUpdate } from './mask-update.ts'
