export { addressOf } from './address-of.ts'
export { addSecurityHeaders, allowStyle, miniAppPage, plainHeaders } from './security-headers.ts'
