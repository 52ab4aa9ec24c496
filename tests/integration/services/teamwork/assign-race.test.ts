import { expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as teamwork from '@/lib/db/queue/teamwork'
import { assignComment } from '@/lib/services/teamwork/assign'
import { updateUser } from '@/lib/services/user/update'
import { makeComment } from '@/tests/factories/comment'
import { makeGate } from '@/tests/factories/gate'
import { waitForLock } from '@/tests/factories/settle'
import { makeSite } from '@/tests/factories/site'

it('a comment that is handed to somebody at the moment they are disabled goes to the leads, and not into a queue that nobody looks into', async () => {
  const site = await makeSite()
  const [mo, admin, teo] = [await site.as('moderator', 'Mo'), await site.as('admin'), await site.as('moderator', 'Teo')]
  const { id } = await makeComment(site, { status: 'pending' })
  const put = teamwork.putAssignments
  const [isFound, mayPut] = [makeGate(), makeGate()]
  const spy = vi.spyOn(teamwork, 'putAssignments').mockImplementationOnce(async (...args) => {
    isFound.open()
    await mayPut.opened
    return put(...args)
  })
  const handing = assignComment(mo, id, { to: teo.actor.id })
  await isFound.opened
  let isDisabled = false
  const disabling = updateUser(admin, { id: teo.actor.id, patch: { isDisabled: true } }).then(() => (isDisabled = true))
  await waitForLock(() => isDisabled)
  mayPut.open()
  await Promise.all([handing, disabling])
  spy.mockRestore()
  expect(await teamwork.findAssignment(getDb(), site.id, id)).toMatchObject({ to: null, by: 'Mo' })
})
