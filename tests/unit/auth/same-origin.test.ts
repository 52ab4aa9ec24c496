import { describe, expect, it } from 'vitest'
import { assertSameOrigin } from '@/lib/auth/same-origin'

function isRefused(method: string, headers: Record<string, string>): boolean {
  try {
    assertSameOrigin(new Request('http://localhost:3000/api/v1/x', { method, headers }))
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'forbidden' })
    return true
  }
}

describe('a change by cookie', () => {
  it.each([
    ['our own page, by Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }, false],
    ['the person themselves', { 'sec-fetch-site': 'none' }, false],
    ['another site', { 'sec-fetch-site': 'cross-site' }, true],
    ['another host of the same domain', { 'sec-fetch-site': 'same-site' }, true],
    ['another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }, true],
    ['our own page, by Origin', { origin: 'http://localhost:3000' }, false],
    ['the host it was sent to, by Origin', { origin: 'http://desk.example', host: 'desk.example' }, false],
    ['another origin', { origin: 'https://evil.example' }, true],
    ['another port', { origin: 'http://localhost:3001' }, true],
    ['a sandboxed page', { origin: 'null' }, true],
    ['an origin that is no address', { origin: 'localhost:3000' }, true],
    ['nobody says where', {}, true],
  ])('from %s', (_case, headers, refused) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(isRefused(method, headers)).toBe(refused)
  })

  it('is not what GET and HEAD are', () => {
    expect(isRefused('GET', { 'sec-fetch-site': 'cross-site' })).toBe(false)
    expect(isRefused('HEAD', {})).toBe(false)
  })
})
