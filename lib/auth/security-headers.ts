import { publicUrl, readEnv } from '../env'

/**
 * What a page's answer tells the browser to allow. Scripts run only with the nonce; styles may stand inline, for charts
 * and virtual lists set sizes that way; nothing is loaded from anywhere else.
 */
export function makeSecurityHeaders(nonce: string): Record<'content-security-policy', string> & Record<string, string> {
  const { NODE_ENV, OIDC_ISSUER } = readEnv()
  const isSecure = publicUrl().startsWith('https://')
  const policy = [
    "default-src 'self'",
    // React's development build needs eval for its stack traces.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    // A form's redirects count too, and signing in by OIDC leads to the issuer.
    `form-action 'self'${OIDC_ISSUER ? ` ${new URL(OIDC_ISSUER).origin}` : ''}`,
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
