import { describe, expect, it } from 'vitest'
import { hasSessionCookie, parseCookies, readSessionToken } from '@/lib/auth/session-cookie'

const NAME = 'next-auth.session-token'
const SECURE = `__Secure-${NAME}`

describe('the session token in a Cookie header', () => {
  it('is found among other cookies', () => {
    expect(readSessionToken(`theme=dark; ${NAME}=abc.def; x=y`, false)).toBe('abc.def')
  })

  it('is joined from its chunks in their order', () => {
    const chunks = [10, 2, 0, 1, 9, 8, 7, 6, 5, 4, 3].map((index) => `${NAME}.${index}=<${index}>`)
    expect(readSessionToken(chunks.join('; '), false)).toBe('<0><1><2><3><4><5><6><7><8><9><10>')
  })

  it('is joined from secure chunks too', () => {
    expect(readSessionToken(`${SECURE}.1=b; ${SECURE}.0=a`, true)).toBe('ab')
  })

  it('is taken with the prefix first', () => {
    expect(readSessionToken(`${NAME}=plain; ${SECURE}=secure`, false)).toBe('secure')
  })

  it('is not believed without the prefix over https, where plain http could have set it', () => {
    expect(readSessionToken(`${NAME}=plain`, true)).toBeNull()
    expect(readSessionToken(`${NAME}.0=plain`, true)).toBeNull()
  })

  it.each(['', ';;', '=', NAME, `${NAME}=`, `${NAME}.1=b`, `x${NAME}=a`])('is missing in %j', (header) => {
    expect(readSessionToken(header, false)).toBeNull()
    expect(hasSessionCookie(header)).toBe(false)
  })
})

describe('cookies', () => {
  it('keep the first of a name and everything after the first equals sign', () => {
    expect([...parseCookies('a=1=2;a=3; b =4')]).toEqual([
      ['a', '1=2'],
      ['b', '4'],
    ])
  })
})
