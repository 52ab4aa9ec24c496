import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { SignInBrowser } from '@/tests/factories/sign-in-browser'
import { makeSite } from '@/tests/factories/site'
import { makeUser, PASSWORD } from '@/tests/factories/user'

beforeAll(async () => {
  await makeSite()
})
afterEach(() => vi.useRealTimers())

async function fail(browser: SignInBrowser, email: string, times: number): Promise<string[]> {
  const outcomes: string[] = []
  for (let attempt = 0; attempt < times; attempt++) outcomes.push(await browser.signIn(email, 'wrong'))
  return outcomes
}

describe('the limit of attempts', () => {
  it('refuses the sixth attempt, even with the right password, and says how long to wait', async () => {
    const { email } = await makeUser()
    const browser = new SignInBrowser('192.0.2.1')
    expect(await fail(browser, email, 5)).toEqual(Array(5).fill('wrong'))
    const [, seconds] = /^wait-(\d+)$/.exec(await browser.signIn(email, PASSWORD)) ?? []
    expect(Number(seconds)).toBeGreaterThan(880)
    expect(Number(seconds)).toBeLessThanOrEqual(900)
  })

  it('lets the same person in from another address', async () => {
    const { email } = await makeUser()
    await fail(new SignInBrowser('192.0.2.2'), email, 6)
    expect(await new SignInBrowser('192.0.2.3').signIn(email, PASSWORD)).toBe('signed in')
  })

  it('lets other people in from the same address', async () => {
    const browser = new SignInBrowser('192.0.2.4')
    await fail(browser, (await makeUser()).email, 6)
    expect(await browser.signIn((await makeUser()).email, PASSWORD)).toBe('signed in')
  })

  it('forgets the failures after a right password', async () => {
    const { email } = await makeUser()
    const browser = new SignInBrowser('192.0.2.5')
    await fail(browser, email, 4)
    expect(await browser.signIn(email, PASSWORD)).toBe('signed in')
    expect(await fail(browser, email, 5)).toEqual(Array(5).fill('wrong'))
  })

  it('forgets the failures after a quarter of an hour', async () => {
    const { email } = await makeUser()
    const browser = new SignInBrowser('192.0.2.6')
    await fail(browser, email, 6)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1000 })
    expect(await browser.signIn(email, PASSWORD)).toBe('signed in')
  })

  it('holds for attempts that are sent at once', async () => {
    const { email } = await makeUser()
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => new SignInBrowser('192.0.2.7').signIn(email, 'wrong')))
    expect(outcomes.filter((outcome) => outcome === 'wrong')).toHaveLength(5)
    expect(outcomes.filter((outcome) => outcome.startsWith('wait-'))).toHaveLength(7)
  })

  it('stops an address that tries many emails', async () => {
    const browser = new SignInBrowser('192.0.2.8')
    const outcomes: string[] = []
    for (let person = 0; person < 51; person++) outcomes.push(await browser.signIn(`person-${person}@example.org`, 'guess'))
    expect(outcomes.slice(0, 50)).toEqual(Array(50).fill('wrong'))
    expect(outcomes[50]).toMatch(/^wait-\d+$/)
  })

  it('counts all addresses of one IPv6 network together', async () => {
    const { email } = await makeUser()
    for (let host = 1; host <= 5; host++) await fail(new SignInBrowser(`2001:db8:1:2::${host}`), email, 1)
    expect(await new SignInBrowser('2001:db8:1:2:ffff::9').signIn(email, PASSWORD)).toMatch(/^wait-/)
    expect(await new SignInBrowser('2001:db8:1:3::1').signIn(email, PASSWORD)).toBe('signed in')
  })

  it('keeps no email in its table', async () => {
    await fail(new SignInBrowser('192.0.2.9'), 'somebody.private@example.org', 1)
    const rows = await getDb().prisma.signInLimit.findMany()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => row.key.includes('private'))).toEqual([])
  })
})
