import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { seedDemo } from '@/prisma/seed'

const count = async (sql: string) => (await getDb().query<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`))[0]?.count

/** How many moderators had a part in what was decided on a comment. */
const MODERATORS = `(SELECT count(DISTINCT u.id) FROM decision d JOIN app_user u ON u.id = d.actor_id AND u.role = 'moderator'
  WHERE d.comment_id = s.comment_id)`

it('the demo fills every queue of an empty database, and nobody in it has a password that is written anywhere', async () => {
  const now = new Date('2026-03-20T10:00:00Z')
  const signIns = await seedDemo(now)
  expect(signIns.map(({ role }) => role)).toEqual(['admin', 'moderator', 'moderator', 'editor'])
  expect(new Set(signIns.map(({ password }) => password)).size).toBe(4)

  expect(await count('article')).toBe(3)
  expect(await count('comment')).toBe(351)
  expect(await count('comment WHERE ordered_at > now()')).toBe(0)
  expect(await count('decision')).toBe(167)
  expect(await count('appeal WHERE outcome IS NULL')).toBe(3)
  expect(await count('appeal_answer')).toBe(2)
  expect(await count('comment_revision')).toBe(10)
  expect(await count('report')).toBe(25)
  expect(await count("comment WHERE status = 'pending'")).toBeGreaterThan(3)
  expect(await count('comment WHERE reviewed_at IS NULL AND suggested_uncivil IS NOT NULL AND parent_id IS NOT NULL')).toBeGreaterThan(3)
  expect(await count('comment WHERE reviewed_at IS NULL AND suggested_off_topic IS NOT NULL')).toBeGreaterThan(10)
  expect(await count('comment WHERE parent_external_id IS NOT NULL AND parent_id IS NULL')).toBe(0)
  // Enough to tell how far two people agree (lib/domain/agreement.ts), and some for each moderator to work with.
  expect(await count("second_look WHERE second <> 'unsure'")).toBeGreaterThan(30)
  // Four for each of the two; what both had a part in, as by an appeal, neither is asked about.
  expect(await count(`second_look s WHERE answered_at IS NULL AND ${MODERATORS} = 1`)).toBe(8)
  expect(await count("second_look WHERE second <> 'unsure' AND second <> verdict")).toBeGreaterThan(3)
  expect(await count('decision d JOIN comment c ON c.id = d.comment_id WHERE d.decided_at < c.received_at')).toBe(0)
})
