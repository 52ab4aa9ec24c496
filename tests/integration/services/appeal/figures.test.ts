import { expect, it } from 'vitest'
import type { DecisionAct } from '@/lib/domain/decisions'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { decideComment } from '@/lib/services/comment/decide'
import { readOverview } from '@/lib/services/newsroom/overview'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const REJECT = { kind: 'reject', reason: 'abuse' } as const
const INSULT = { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' } as const

it('counts the appeals of some days, the share granted, the median answer, and the reasons that were taken back', async () => {
  let now = new Date('2026-03-01T23:00:00Z')
  const site = await makeSite(() => now)
  const [mo, ann] = [await site.as('moderator', 'Mo'), await site.as('moderator', 'Ann')]
  /** An appeal at a time against such a decision, answered so many hours later. */
  async function appeal(at: string, act: DecisionAct, outcome: 'granted' | 'upheld' | null, hours = 0): Promise<void> {
    const { id, externalId } = await makeComment(site, { status: 'published' })
    now = new Date(at)
    await decideComment(mo, id, { version: 1, act })
    const { id: appealId } = await addAppeal(site.asKey('ingest'), externalId, { statement: 'No!' })
    now = new Date(now.getTime() + hours * 3_600_000)
    if (outcome !== null) await answerAppeal(ann, appealId, { version: 2, outcome })
  }
  await appeal('2026-03-01T23:59:00Z', REJECT, 'granted', 1)
  await appeal('2026-03-02T00:00:00Z', REJECT, 'granted', 2)
  await appeal('2026-03-02T10:00:00Z', REJECT, 'upheld', 50)
  await appeal('2026-03-03T10:00:00Z', INSULT, 'granted', 4)
  await appeal('2026-03-03T11:00:00Z', INSULT, null)
  await appeal('2026-03-04T00:00:00Z', INSULT, 'upheld', 1)

  const ines = await site.as('editor')
  const { appeals } = await readOverview(ines, { from: '2026-03-02', to: '2026-03-03' })
  expect(appeals).toEqual({
    received: 4,
    granted: 2,
    upheld: 1,
    medianAnswerSeconds: 4 * 3600,
    reasons: [
      { reason: 'abuse', appeals: 2, granted: 1 },
      { reason: 'insult', appeals: 1, granted: 1 },
    ],
  })
  expect((await readOverview(ines, { from: '2026-02-01', to: '2026-02-02' })).appeals).toEqual({
    ...{ received: 0, granted: 0, upheld: 0, medianAnswerSeconds: null, reasons: [] },
  })
})
