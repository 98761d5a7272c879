import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { createHash } from 'node:crypto'

type Directives = Readonly<Record<string, readonly string[]>>

/** What every answer starts from: it may load nothing, send nothing and stand in no frame. */
const NOTHING = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} satisfies Directives

/**
 * All of it comes from this server and nothing is inline; no text ever becomes code, not even by a
 * mistake of ours (trusted types). Telegram's web client may frame it: a Mini App opens there in a
 * frame. See docs/decisions/the-dashboard-needs-nothing-from-outside.md.
 */
const MINI_APP_PAGE = {
  ...NOTHING,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-ancestors': ['https://web.telegram.org'],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
} satisfies Directives

/** A year, as browsers' lists of such sites ask; of this host alone: those below it may be others'. */
const HTTPS_S = 365 * 24 * 3600

/**
 * Gives every answer the headers of docs/hardening.md, "What every answer says": of all routes, of
 * mistakes and of what there is not. A page then asks for what it needs (`allowStyle`, `miniAppPage`);
 * no other place sets a header of security.
 *
 * @param secure the pages are reached by https: browsers are to stay with it
 */
export async function addSecurityHeaders(
  app: FastifyInstance,
  { secure }: { readonly secure: boolean },
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    strictTransportSecurity: secure ? { maxAge: HTTPS_S, includeSubDomains: false } : false,
    // Chromium complains of both where the page came by http from elsewhere than this machine.
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', (_request, response, done) => {
    for (const [name, value] of Object.entries(ALWAYS)) response.raw.setHeader(name, value)
    done()
  })
}

/** What Helmet does not set. Whoever has something that may be kept says so. */
const ALWAYS = {
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-robots-tag': 'noindex, nofollow',
}

/**
 * The same for a server of Node's own, which Helmet does not know: what Helmet says to one without https.
 * A test holds the two to each other.
 */
export const plainHeaders: Readonly<Record<string, string>> = {
  ...ALWAYS,
  'content-security-policy': Object.entries(NOTHING)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join(';'),
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}

/** Of a route whose page is a Mini App; see `MINI_APP_PAGE`. */
export const miniAppPage: Omit<FastifyHelmetOptions, 'global'> = {
  contentSecurityPolicy: { useDefaults: false, directives: MINI_APP_PAGE },
  // It knows no address, and would forbid what frame-ancestors allows.
  xFrameOptions: false,
}

/**
 * Lets a page of words have the one style that stands in it, known by its hash, and, where it has a
 * button, send a form to this server.
 */
export function allowStyle(
  response: FastifyReply,
  style: string,
  { forms = false }: { readonly forms?: boolean } = {},
): void {
  const hash = createHash('sha256').update(style).digest('base64')
  const directives: Directives = {
    ...NOTHING,
    'style-src': [`'sha256-${hash}'`],
    ...(forms ? { 'form-action': ["'self'"] } : {}),
  }
  response.helmet({ contentSecurityPolicy: { useDefaults: false, directives } })
}
