export { adminsToTell } from './admins-store.ts'
export {
  createInvite,
  grantsOf,
  lockInvites,
  redeemInvite,
  revokeAdminInvites,
  type Redeemed,
} from './invites-store.ts'
export { isNear } from './near.ts'
export { looksLikeInviteCode } from './invite-code.ts'
export {
  changePerson,
  createPerson,
  findPeople,
  findAccounts,
  findPerson,
  markSeen,
  markTapped,
  markUnreachable,
  pauseByThemselves,
  seenLast,
  recordConsent,
} from './people-store.ts'
export { decidersOf, hasRole, mayDecide } from './deciders-store.ts'
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
export { withinReach } from './reach-store.ts'
export { DEFAULT_LESSON_MINUTE, isPaused, type Person, type Roles } from './person.ts'
export {
  grantAdmin,
  grantAdmins,
  hasAdmin,
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
  type AddressForm,
  type JobRole,
  type Locale,
} from './words.ts'
