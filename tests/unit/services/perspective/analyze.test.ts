import { expect, it } from 'vitest'
import { analyzeText } from '@/lib/services/perspective/analyze'

const SENTENCES = 240

it('lets other work go on between the sentences of a long text', async () => {
  const actor = { kind: 'system', name: 'Parley', siteId: 's' } as const
  let [turns, isOver] = [0, false]
  const work = () => {
    turns += 1
    if (!isOver) setImmediate(work)
  }
  setImmediate(work)
  const comment = { text: 'You are wrong. '.repeat(SENTENCES) }
  const request = { comment, languages: ['en'], requestedAttributes: { TOXICITY: {} }, spanAnnotations: true }
  const { attributeScores } = await analyzeText({ actor }, request)
  isOver = true
  expect(attributeScores?.['TOXICITY']?.spanScores).toHaveLength(SENTENCES)
  expect(turns).toBeGreaterThanOrEqual(10)
})
