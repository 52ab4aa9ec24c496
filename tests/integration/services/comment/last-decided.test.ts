import { expect, it } from 'vitest'
import { decideComment } from '@/lib/services/comment/decide'
import { getCommentContext } from '@/lib/services/comment/context'
import { undoDecision } from '@/lib/services/decision/undo'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const NOW = new Date('2026-03-10T12:00:00.000Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

it('tells what people decided last on others of the same commenter, the latest first', async () => {
  const site = await makeSite(() => NOW)
  const ctx = await site.as('moderator', 'Mo')
  const article = await makeArticle(site)
  const decided = []
  for (let minute = 0; minute < 6; minute++)
    decided.push(await makeComment(site, { article, commenter: 'Kim', body: `number ${minute}`, postedAt: minutesAgo(100 - minute) }))
  const acts = [
    { kind: 'approve' },
    { kind: 'reject', reason: 'spam' },
    { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true },
    { kind: 'mark', mark: 'off_topic' },
    { kind: 'reject', reason: 'hate' },
    { kind: 'approve' },
  ] as const
  const at = (minute: number) => ({ ...ctx, now: () => minutesAgo(50 - minute) })
  for (const [index, act] of acts.entries()) {
    const { decisionId } = await decideComment(at(index), decided[index]?.id ?? '', { version: 1, act })
    if (index === 4) await undoDecision(ctx, decisionId)
  }
  const other = await makeComment(site, { article, commenter: 'Lee', body: 'somebody else' })
  await decideComment(ctx, other.id, { version: 1, act: { kind: 'approve' } })
  const told = async (id: string) =>
    (await getCommentContext(ctx, id)).lastDecided.map(({ excerpt, kind, by, reason, markKind, isHarsh, after }) =>
      [excerpt, kind, by, reason ?? markKind, isHarsh, after.status].join(' '),
    )
  expect(await told(decided[5]?.id ?? '')).toEqual([
    'number 3 mark Mo  false published',
    'number 2 mark Mo insult true rejected',
    'number 1 reject Mo spam false rejected',
  ])
  expect(await told(decided[1]?.id ?? '')).toEqual([
    'number 5 approve Mo  false approved',
    'number 3 mark Mo  false published',
    'number 2 mark Mo insult true rejected',
  ])
  expect(await told(other.id)).toEqual([])
})
