export { adminsToTell } from './admins-store.ts'
export { erasePeople, findErased } from './erase-store.ts'
export { forgetGuesses, forgetRemovals, outstayed } from './outstayed-store.ts'
export { firstAdminInvite } from './first-admin-store.ts'
export {
  createInvite,
  createPosterInvite,
  grantsOf,
  lockInvites,
  redeemInvite,
  type Redeemed,
} from './invites-store.ts'
export { isNear } from './near.ts'
export { formatNip, readNip } from './nip.ts'
export { listRoles, type ListedRole } from './roles/held-roles-store.ts'
export {
  findRoleChange,
  grantRole,
  handOver,
  isLastAdmin,
  revokeRole,
  undoRoleChange,
  type HeldRole,
  type RoleChange,
  type RoleChanged,
} from './roles/role-changes-store.ts'
export {
  claimByName,
  decideDoubt,
  findDoubt,
  findPlaces,
  givePlace,
  moveClaim,
  placesLike,
  releasePlace,
  type RosterDoubt,
} from './roster/claims-store.ts'
export { checkRoster, type CheckedRoster } from './roster/check-roster.ts'
export { type NewUnit, type PlaceBefore, type RosterRow } from './roster/roster-row.ts'
export { type RosterFault, type RosterProblem } from './roster/roster-faults.ts'
export { MOST_BYTES, readTable } from './roster/read-table.ts'
export { type TableProblem } from './roster/table-problem.ts'
export { openRosterNip, rosterNip } from './roster/roster-nip.ts'
export {
  importRoster,
  takeRosterBack,
  type RosterImported,
  type TakenBack,
} from './roster/roster-store.ts'
export { tryRoster, type TriedRoster } from './roster/try-roster.ts'
export { searchPeople } from './search-people-store.ts'
export { confirmPerson, transferPerson } from './transfer-store.ts'
export {
  addUnitBelow,
  closeUnit,
  giveUnitSector,
  moveUnit,
  renameUnit,
  reopenUnit,
  setUnitKind,
  type UnitChanged,
} from './tree/change-unit-store.ts'
export { childrenOf, readUnitCard, type UnitCard } from './tree/tree-store.ts'
export { readReach, unitsInReach, type PageOfUnits, type Reach } from './units-in-reach-store.ts'
export { looksLikeInviteCode, typedCodeText } from './invite-code.ts'
export {
  changeInvite,
  findStandingInvite,
  listInvites,
  restoreInvite,
  revokeInvite,
  type StandingInvite,
} from './standing-invites-store.ts'
export { confirmNewcomers, newcomersOf } from './newcomers-store.ts'
export {
  changePerson,
  createPerson,
  findPeople,
  findAccounts,
  findPeopleNamed,
  findPerson,
  markSeen,
  markTapped,
  markUnreachable,
  pauseByThemselves,
  seenLast,
  NOTICE_VERSION,
  recordConsent,
  withdrawConsents,
} from './people-store.ts'
export { decidersOf, hasRole, isNearest, mayDecide } from './deciders-store.ts'
export {
  askTakeover,
  changeTakeover,
  closePlace,
  findTakeover,
  forgetTakeovers,
  lockPeople,
  moveToAccount,
  removePerson,
  takeTakeover,
  wasTakenOver,
  type Takeover,
} from './takeovers-store.ts'
export {
  canReach,
  canReachUnit,
  unitWithinReach,
  unitWithinUnit,
  withinReach,
  withinUnit,
} from './reach-store.ts'
export { DEFAULT_LESSON_MINUTE, type Person, type Roles } from './person.ts'
export {
  grantAdmin,
  grantAdmins,
  isAdminNow,
  NO_ROLES,
  rolesOf,
  rolesOfPeople,
} from './roles-store.ts'
export {
  addUnit,
  findRootUnit,
  findUnit,
  findUnitByName,
  listUnits,
  setUnitSector,
  UNIT_NAME_LENGTH,
  type Unit,
} from './units-store.ts'
export {
  addressForms,
  jobRoles,
  locales,
  unitKinds,
  type AddressForm,
  type JobRole,
  type Locale,
  type UnitKind,
} from './words.ts'
export {
  findFreePlace,
  removePlace,
  restorePlace,
  type FreePlace,
} from './roster/removals-store.ts'
