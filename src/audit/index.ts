export { auditActions, auditGroups, isAuditAction, type AuditAction } from './actions.ts'
export { audit, readAudit, type AuditEntry, type AuditQuery, type Deed } from './audit-store.ts'
export { type AuditDetails } from './schema.ts'
