import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeWait, readSignInFault, safeNextPath, SIGN_IN_FAULTS } from '@/lib/domain/sign-in'

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

describe('why signing in failed', () => {
  it('is known by its code, and by those of next-auth', () => {
    expect(SIGN_IN_FAULTS.map(readSignInFault)).toEqual(SIGN_IN_FAULTS)
    expect(['OAuthCallback', 'Callback', 'CredentialsSignin', '<b>', 'wait-', 'wait-1234567'].map(readSignInFault)).toEqual([
      'oidc_failed',
      'oidc_failed',
      'wrong',
      'other',
      'other',
      'other',
    ])
  })

  it('says how long to wait', () => {
    expect(readSignInFault('wait-600')).toEqual({ waitSeconds: 600 })
    expect([1, 119, 120, 121, 900].map(describeWait)).toEqual(['1 second', '119 seconds', '2 minutes', '3 minutes', '15 minutes'])
  })
})
