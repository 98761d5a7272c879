export { addressOf } from './address-of.ts'
export { addSecurityHeaders, allowStyle, miniAppPage } from './security-headers.ts'
