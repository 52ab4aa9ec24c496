import fc from 'fast-check'
import { expect, it } from 'vitest'
import { QueueQuery } from '@/lib/contracts/queue'
import { COMMENT_STATUSES, UNCIVIL_KINDS, type CommentState } from '@/lib/domain/comment'
import { isInQueue, QUEUES } from '@/lib/domain/queues'
import { countQueues } from '@/lib/services/queue/count'
import { listQueue } from '@/lib/services/queue/list'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const score = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)

const state: fc.Arbitrary<CommentState & { isReply: boolean }> = fc.record({
  status: fc.constantFrom(...COMMENT_STATUSES),
  marks: fc.record({ offTopic: fc.boolean(), uncivil: fc.option(fc.constantFrom(...UNCIVIL_KINDS)) }),
  suggestions: fc.record({
    offTopic: fc.option(score),
    uncivil: fc.option(fc.record({ score, kind: fc.constantFrom(...UNCIVIL_KINDS) })),
  }),
  openReports: fc.integer({ min: 0, max: 2 }),
  isReviewed: fc.boolean(),
  isReply: fc.boolean(),
})

it('puts any comment into the same queues in SQL as the rule does, and counts the same', async () => {
  const site = await makeSite()
  const ctx = await site.as('moderator')
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 8, maxLength: 24 }), async (states) => {
      const article = await makeArticle(site)
      const ids: string[] = []
      for (const { status, marks, suggestions, openReports, isReviewed, isReply } of states) {
        const made = await makeComment(site, {
          article,
          status,
          marks,
          openReports,
          reviewedAt: isReviewed ? new Date() : null,
          ...(suggestions.offTopic === null ? {} : { suggestedOffTopic: suggestions.offTopic }),
          ...(suggestions.uncivil === null ? {} : { suggestedUncivil: suggestions.uncivil }),
          ...(isReply ? { parentExternalId: 'somebody' } : {}),
        })
        ids.push(made.id)
      }
      const counts = await countQueues(ctx, { article: article.id })
      for (const queue of QUEUES) {
        const { rows } = await listQueue(ctx, QueueQuery.parse({ queue, article: article.id, limit: 100 }))
        const expected = ids.filter((_, index) => states[index] && isInQueue(queue, { ...states[index], isMine: false }))
        expect(rows.map((row) => row.id).sort(), queue).toEqual(expected.sort())
        expect(counts[queue], queue).toBe(expected.length)
        for (const row of rows) {
          const { isReply: _isReply, ...stored } = states[ids.indexOf(row.id)] ?? { isReply: false }
          expect(row.state).toEqual(stored)
        }
      }
    }),
    { numRuns: 20 },
  )
})
