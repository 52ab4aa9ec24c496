import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { VECTOR_SIZE } from '@/lib/scoring/topicality/sentence-vectors'
import { learnFromFile } from '@/lib/services/judgement/from-file'
import { startTextScorer } from '@/lib/services/scoring/text-scorer'
import { makeDecided } from '@/tests/factories/decided-texts'

const toFile = (lines: readonly unknown[]) => Readable.from([Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))])

describe('decisions in a file', () => {
  it('change what texts are scored', async () => {
    const lines = makeDecided(400).map(({ text, kind }) => ({ body: text.body, mark: kind ? 'uncivil' : null, kind }))
    const judgement = await learnFromFile(toFile(lines), true)
    const scoreWith = async (use: typeof judgement) => {
      const scorer = await startTextScorer(true, [], use)
      const scores = await scorer.score({
        body: 'spare us the lecture, evidently laughable homework for adults',
        parent: null,
        article: null,
      })
      await scorer.stop()
      return scores
    }
    const [before, after] = [await scoreWith(null), await scoreWith(judgement)]
    expect(after.uncivil ?? 0).toBeGreaterThan(Math.max(0.6, before.uncivil ?? 1))
    expect(after.kinds.condescension ?? 0).toBeGreaterThan(0.6)
    expect(after.topicality).toBe(before.topicality)
  })

  it('are read thoroughly, too, unless it has to be fast', async () => {
    const lines = makeDecided(60).map(({ text, kind }) => ({ body: text.body, mark: kind ? 'uncivil' : null, kind }))
    expect((await learnFromFile(toFile(lines), true))?.late).toBeNull()
    const late = (await learnFromFile(toFile(lines), false))?.late
    expect(late?.layout.embeddingSize).toBe(VECTOR_SIZE)
    expect([...(late?.targets.keys() ?? [])]).toContain('uncivil')
  })

  it('are too few to learn from', async () => {
    expect(await learnFromFile(toFile([{ body: 'You are wrong.', mark: 'uncivil' }]), true)).toBeNull()
  })

  it('name the line that cannot be read', async () => {
    await expect(learnFromFile(toFile([{ body: 'Fine.' }, { body: 'No.', mark: 'rude' }]), true)).rejects.toThrow(
      'Line 2 of the decisions: mark',
    )
    await expect(learnFromFile(Readable.from([Buffer.from('{')]), true)).rejects.toThrow('Line 1 of the decisions is not JSON')
  })
})
