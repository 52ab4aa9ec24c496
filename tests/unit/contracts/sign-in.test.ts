import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeSignInFault, describeWait, safeNextPath, SIGN_IN_FAULTS } from '@/lib/contracts/sign-in'

describe('where to go after signing in', () => {
  it.each(['/queue', '/queue?queue=uncivil&status=pending', '/articles/0190-1#top', '/sign-ins', '/'])('follows %s', (path) => {
    expect(safeNextPath(path)).toBe(path)
  })

  it.each([
    null,
    undefined,
    '',
    'queue',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/a\\b',
    '/\t/evil.example',
    '/\n',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/setup',
    '/api/auth/signout',
    `/${'x'.repeat(3000)}`,
  ])('does not follow %j', (path) => {
    expect(safeNextPath(path)).toBe('/')
  })

  it('never leaves this host', () => {
    const path = fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[/\\.@:a-z\s]{0,12}$/))
    fc.assert(fc.property(path, (next) => new URL(safeNextPath(next), 'https://desk.example').host === 'desk.example'))
  })
})

describe('a fault in words', () => {
  it('is a sentence of its own for every code', () => {
    const messages = SIGN_IN_FAULTS.map(describeSignInFault)
    expect(new Set(messages).size).toBe(SIGN_IN_FAULTS.length)
    expect(messages.filter((message) => !message.endsWith('.'))).toEqual([])
  })

  it('says how long to wait', () => {
    expect(describeSignInFault('wait-600')).toBe('Too many attempts. Try again in 10 minutes.')
    expect([1, 119, 120, 121, 900].map(describeWait)).toEqual(['1 second', '119 seconds', '2 minutes', '3 minutes', '15 minutes'])
  })

  it("knows next-auth's own codes, and never shows an unknown one", () => {
    expect(describeSignInFault('OAuthCallback')).toBe(describeSignInFault('oidc_failed'))
    expect(describeSignInFault('CredentialsSignin')).toBe(describeSignInFault('wrong'))
    expect(describeSignInFault('<b>')).toBe('Signing in did not work. Nothing was changed; try again.')
  })
})
