/** What browsers are told about everything that Galley answers; the stricter the less a page needs. */
import type { RequestHandler } from 'express'

/** Nothing runs, loads or frames: for JSON, feeds and pictures. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** `isHttps`: PUBLIC_URL is; browsers then refuse plain HTTP for a year (RFC 6797). */
export function securityHeadersFor({ isHttps }: { isHttps: boolean }): { [name: string]: string } {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // `no-referrer` would make browsers send "Origin: null" with the admin's own forms.
    'Referrer-Policy': 'same-origin',
    'Content-Security-Policy': NOTHING,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(isHttps ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

/** Puts them on every answer. */
export function securityHeaders(options: { isHttps: boolean }): RequestHandler {
  const headers = securityHeadersFor(options)
  return (_request, response, next) => {
    response.set(headers)
    next()
  }
}

/** In place of some of those, on what other sites' pages and programs read. */
export const ANY_SITE_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

export const readByAnySite: RequestHandler = (_request, response, next) => {
  response.set(ANY_SITE_HEADERS)
  next()
}

/** For originals of uploads: opened by themselves they run nothing, whatever they hold. */
export const sandboxed: RequestHandler = (_request, response, next) => {
  response.set('Content-Security-Policy', `sandbox; ${NOTHING}`)
  next()
}

/**
 * The admin's policy. Its scripts need the nonce, which Next takes from the request's header of this name; Payload
 * and its editor set styles on elements. `dev`: Next's own reloading compiles with eval. `siteUrl`: the website, which the
 * live preview frames.
 */
export function adminPolicy(options: { nonce: string; dev: boolean; siteUrl: string }): string {
  const { nonce, dev, siteUrl } = options
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `frame-src ${new URL(siteUrl).origin}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
