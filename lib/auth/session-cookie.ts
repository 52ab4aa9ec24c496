/** How next-auth names the session cookie; over https it adds the prefix that keeps plain http from setting it. */
const SESSION_COOKIE = 'next-auth.session-token'
const SECURE_SESSION_COOKIE = `__Secure-${SESSION_COOKIE}`

/**
 * The session token in a Cookie header, or null. A token longer than a cookie may be is split by next-auth into
 * `name.0`, `name.1` … and joined again here.
 *
 * @param isSecure whether the desk is served over https; then a cookie without the prefix is not believed
 */
export function readSessionToken(cookieHeader: string, isSecure: boolean): string | null {
  const cookies = parseCookies(cookieHeader)
  return joinChunks(cookies, SECURE_SESSION_COOKIE) ?? (isSecure ? null : joinChunks(cookies, SESSION_COOKIE))
}

/** Whether a Cookie header has a session cookie at all, be it good or not. */
export function hasSessionCookie(cookieHeader: string): boolean {
  return readSessionToken(cookieHeader, false) !== null
}

function joinChunks(cookies: Map<string, string>, name: string): string | null {
  const whole = cookies.get(name)
  if (whole) return whole
  const chunks: string[] = []
  for (let chunk = cookies.get(`${name}.0`); chunk; chunk = cookies.get(`${name}.${chunks.length}`)) chunks.push(chunk)
  return chunks.length > 0 ? chunks.join('') : null
}

/** Names and raw values. Tokens are base64url and dots, so that nothing needs decoding. The first of a name counts. */
export function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at === -1) continue
    const name = pair.slice(0, at).trim()
    if (!cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim())
  }
  return cookies
}
