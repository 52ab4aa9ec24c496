import type * as Argon2 from '@node-rs/argon2'
import { verify } from '@node-rs/argon2'
import { beforeEach, expect, it, vi } from 'vitest'
import { hashPassword, isPassword } from '@/lib/services/user/password'

vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof Argon2>()
  return { ...real, verify: vi.fn(real.verify) }
})

beforeEach(() => {
  vi.mocked(verify).mockClear()
})

it('knows the password behind a hash, however its letters are composed', async () => {
  const stored = await hashPassword('caf\u00e9 au lait')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword('cafe\u0301 au lait', stored)).toBe(true)
  expect(await isPassword('cafe au lait', stored)).toBe(false)
})

it('does the same work for somebody who does not exist, so that the time taken gives nothing away', async () => {
  expect(await isPassword('anything', null)).toBe(false)
  expect(verify).toHaveBeenCalledTimes(1)
  const [decoy] = vi.mocked(verify).mock.calls[0] ?? []
  expect(String(decoy)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
