import { expect, it } from 'vitest'
import { diffSchema } from '@/scripts/schema-diff'

it('the migrations lead to exactly the schema that Prisma reads', async () => {
  expect(await diffSchema(process.env['DATABASE_URL'] ?? '')).toBe('')
})
