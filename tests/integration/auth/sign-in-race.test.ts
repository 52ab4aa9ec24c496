import { beforeAll, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as sessions from '@/lib/db/session'
import { updateUser } from '@/lib/services/user/update'
import { makeGate } from '@/tests/factories/gate'
import { waitForLock } from '@/tests/factories/settle'
import { SignInBrowser } from '@/tests/factories/sign-in-browser'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { makeUser, PASSWORD } from '@/tests/factories/user'

let admin: Awaited<ReturnType<TestSite['as']>>
beforeAll(async () => {
  admin = await (await makeSite()).as('admin')
})

const renew = (id: string) => updateUser(admin, { id, patch: { password: 'another long password' } })
const countOpen = (userId: string) => getDb().prisma.session.count({ where: { userId, revokedAt: null } })

describe('an old password that is typed at the moment another is set', () => {
  it('opens no session, though it was right when it was looked at', async () => {
    const user = await makeUser()
    const insert = sessions.insertSession
    const [isRight, isSet] = [makeGate(), makeGate()]
    const spy = vi.spyOn(sessions, 'insertSession').mockImplementationOnce(async (...args) => {
      isRight.open()
      await isSet.opened
      return insert(...args)
    })
    const signingIn = new SignInBrowser().signIn(user.email, PASSWORD)
    await isRight.opened
    await renew(user.id)
    isSet.open()
    expect(await signingIn).toBe('wrong')
    spy.mockRestore()
    expect(await countOpen(user.id)).toBe(0)
  })

  it('nor one that those whose sessions are ended are not told of', async () => {
    const user = await makeUser()
    const revoke = sessions.revokeSessionsOf
    const [areEnded, mayCommit] = [makeGate(), makeGate()]
    const spy = vi.spyOn(sessions, 'revokeSessionsOf').mockImplementationOnce(async (...args) => {
      const count = await revoke(...args)
      areEnded.open()
      await mayCommit.opened
      return count
    })
    const renewing = renew(user.id)
    await areEnded.opened
    let isOver = false
    const signingIn = new SignInBrowser('203.0.113.2').signIn(user.email, PASSWORD).finally(() => (isOver = true))
    await waitForLock(() => isOver)
    mayCommit.open()
    await Promise.all([renewing, signingIn])
    spy.mockRestore()
    expect(await countOpen(user.id)).toBe(0)
  })
})
