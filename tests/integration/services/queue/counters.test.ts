import fc from 'fast-check'
import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { QUEUES } from '@/lib/domain/queues'
import { priorityOf } from '@/lib/domain/priority'
import { countQueues } from '@/lib/services/queue/count'
import { listQueue } from '@/lib/services/queue/list'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { Clock, Day, refuse, step } from '@/tests/factories/day'
import { makeSite } from '@/tests/factories/site'

it('keeps counts that equal a recount, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const clock = new Clock()
      const site = await makeSite(clock.now)
      const mo = await site.as('moderator')
      const articles = [await makeArticle(site, { externalId: 'a' }), await makeArticle(site, { externalId: 'b' })]
      await makeArticle(site, { externalId: 'c' })
      const day = new Day(site, mo, await site.as('moderator'), clock)
      for (const one of steps) await day.take(one).catch(refuse)
      for (const article of [undefined, ...articles.map(({ id }) => id)]) {
        const scope = article === undefined ? {} : { article }
        const counts = await countQueues(mo, scope)
        for (const queue of QUEUES) {
          const { rows } = await listQueue(mo, { queue, ...scope, limit: 100 })
          expect(counts[queue], `${queue} of ${article ?? 'the site'}`).toBe(rows.length)
        }
      }
    }),
    { numRuns: 40 },
  )
})

it('computes the priority that the rule says', async () => {
  const site = await makeSite()
  const score = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100)
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        isPublic: fc.boolean(),
        offTopic: fc.option(score),
        uncivil: fc.option(score),
        openReports: fc.nat(6),
        weight: fc.nat(600).map((hundredths) => hundredths / 100),
      }),
      async ({ isPublic, offTopic, uncivil, openReports, weight }) => {
        const status = isPublic ? 'published' : 'pending'
        const receivedAt = new Date('2026-11-24T10:20:30.456Z')
        const made = await makeComment(site, {
          status,
          receivedAt,
          openReports,
          ...(offTopic === null ? {} : { suggestedOffTopic: offTopic }),
          ...(uncivil === null ? {} : { suggestedUncivil: { score: uncivil, kind: 'insult' as const } }),
        })
        await getDb().query('UPDATE comment SET report_weight = $2 WHERE id = $1', [made.id, weight])
        const [row] = await getDb().query<{ priority: number }>('SELECT priority FROM comment WHERE id = $1', [made.id])
        const suggestions = { offTopic, uncivil: uncivil === null ? null : { score: uncivil, kind: 'insult' as const } }
        expect(row?.priority).toBeCloseTo(priorityOf({ status, suggestions, openReports, reportWeight: weight, receivedAt }), 4)
      },
    ),
    { numRuns: 40 },
  )
})
