import { describe, expect, it } from 'vitest'
import { judge, type JudgedTarget, type Judgement } from '@/lib/scoring/judgement/judgement'
import { learnJudgement } from '@/lib/scoring/judgement/learn'
import { estimateAll, measureAgreement } from '@/lib/scoring/judgement/measure'
import { packJudgement, unpackJudgement } from '@/lib/scoring/judgement/pack'
import { tryJudgement } from '@/lib/scoring/judgement/try-judgement'
import { makeDecided, makeDice, makeReading } from '@/tests/factories/decided-texts'

const learn = async (count: number, seed?: number): Promise<Judgement> => {
  const judgement = await learnJudgement(makeDecided(count, seed), 1)
  if (!judgement) throw new Error('Nothing was learnt.')
  return judgement
}
const unseen = makeDecided(600, 99)
const aucOf = (judgement: Judgement | null, target: JudgedTarget = 'uncivil') =>
  measureAgreement(estimateAll(judgement, unseen, target), unseen, target).auc ?? 0

describe('a judgement learnt from decisions', () => {
  it('finds what the base is blind to, the better the more was decided', async () => {
    expect(aucOf(null)).toBeLessThan(0.7)
    const few = aucOf(await learn(200))
    const many = aucOf(await learn(1500))
    expect(few).toBeGreaterThan(aucOf(null) + 0.05)
    expect(many).toBeGreaterThan(few)
    expect(many).toBeGreaterThan(0.93)
  })

  it('knows a kind once there are twenty examples of it, and not before', async () => {
    const { targets } = await learn(1000)
    expect([...targets.keys()].sort()).toEqual(['condescension', 'insult', 'uncivil'])
    expect(aucOf(await learn(1000), 'condescension')).toBeGreaterThan(0.9)
    expect([...(await learn(100)).targets.keys()]).toEqual(['uncivil', 'condescension'])
  })

  it('is nothing without examples for and against', async () => {
    expect(await learnJudgement([], 1)).toBeNull()
    expect(await learnJudgement(makeDecided(20), 1)).toBeNull()
    expect(
      await learnJudgement(
        makeDecided(300).map((one) => ({ ...one, isUncivil: false, kind: null })),
        1,
      ),
    ).toBeNull()
  })

  it('gives probabilities that agree with how often moderators mark', async () => {
    const estimates = estimateAll(await learn(1500), unseen, 'uncivil')
    const mean = estimates.reduce((sum, value) => sum + value, 0) / estimates.length
    const marked = unseen.filter((one) => one.isUncivil).length / unseen.length
    expect(Math.abs(mean - marked)).toBeLessThan(0.04)
  })

  it('stays near the base while there are few decisions', async () => {
    const judgement = await learn(100)
    expect(judgement.targets.get('uncivil')?.trust).toBe(0.5)
    const plain = {
      body: 'fare',
      reading: makeReading('fare', { uncivil: 2, off_topic: -1 }),
      late: null,
      parent: null,
      isReply: false,
      depth: 0,
    }
    expect(judge(judgement, plain)?.get('uncivil')).toBeGreaterThan(0.5)
  })

  it('ranks no worse than the base where the base is right and three of ten decisions are mistaken', async () => {
    const roll = makeDice(5)
    const words = Array.from({ length: 60 }, (_, at) => `word${at}`)
    const known = Array.from({ length: 900 }, () => {
      const body = Array.from({ length: 12 }, () => words[Math.floor(roll() * words.length)]).join(' ')
      const uncivil = 6 * roll() - 4
      // Numbers that say nothing, of which much may seem to be learnt.
      const embedding = Float32Array.from({ length: 100 }, () => 2 * roll() - 1)
      const reading = { ...makeReading(body, { uncivil, off_topic: -1 }), embedding }
      const text = { body, reading, late: null, parent: null, isReply: false, depth: 0 }
      return { text, isUncivil: roll() < 1 / (1 + Math.exp(-2 * uncivil)), kind: null, isOffTopic: false, count: 1 }
    })
    const mistaken = known.slice(0, 300).map((one) => (roll() < 0.3 ? { ...one, isUncivil: !one.isUncivil } : one))
    const tried = known.slice(300)
    const aucBy = (judgement: Judgement | null) => measureAgreement(estimateAll(judgement, tried, 'uncivil'), tried, 'uncivil').auc ?? 0
    expect(aucBy(null)).toBeGreaterThan(0.9)
    expect(aucBy(await learnJudgement(mistaken, 1))).toBeGreaterThan(aucBy(null) - 0.01)
  })

  it('is the same each time it is learnt', async () => {
    expect(packJudgement(await learn(300))).toEqual(packJudgement(await learn(300)))
  })

  it('says nothing of a reading by another base', async () => {
    const reading = { ...makeReading('fare'), version: 'newer' }
    expect(judge(await learn(200), { body: 'fare', reading, late: null, parent: null, isReply: false, depth: 0 })).toBeNull()
  })

  it('learns from what counts for little without letting it speak for what is decided', async () => {
    const passed = makeDecided(400, 5).map((one) => ({ ...one, isUncivil: false, kind: null, count: 0.1 }))
    const judgement = await learnJudgement([...passed, ...makeDecided(800)], 1)
    expect(judgement && aucOf(judgement)).toBeGreaterThan(0.9)
    expect(await learnJudgement(passed, 1)).toBeNull()
  })
})

describe('packed', () => {
  it('comes out as it went in', async () => {
    const judgement = await learn(300)
    const again = unpackJudgement(packJudgement(judgement))
    expect(again).toMatchObject({ number: 1, baseVersion: 'test', layout: { logitNames: ['off_topic', 'uncivil'], embeddingSize: 0 } })
    for (const { text } of unseen.slice(0, 20)) expect(judge(again, text)).toEqual(judge(judgement, text))
  })

  it('is refused when bytes are missing', async () => {
    const bytes = packJudgement(await learn(300))
    expect(() => unpackJudgement(bytes.subarray(0, -4))).toThrow('not whole')
  })
})

describe('trying a judgement on decisions it has not seen', () => {
  it('keeps what is better than the base, with the figures that say so', async () => {
    const { isKept, targets, measures } = tryJudgement(await learn(1000), null, unseen)
    expect(isKept).toBe(true)
    expect(targets).toContain('condescension')
    expect(measures).toMatchObject({ triedOn: 600, refusal: null })
    expect(measures.gain).toBeGreaterThan(measures.gainError)
    const uncivil = measures.marks.find(({ mark }) => mark === 'uncivil')
    expect(uncivil?.after.auc ?? 0).toBeGreaterThan(uncivil?.before.auc ?? 1)
    expect(uncivil?.after.logLoss ?? 1).toBeLessThan(uncivil?.before.logLoss ?? 0)
  })

  it('does not keep one that learnt from a newsroom of another mind', async () => {
    const contrary = makeDecided(600, 3).map((one) => ({ ...one, isUncivil: !one.isUncivil, kind: null }))
    const judgement = await learnJudgement(contrary, 2)
    if (!judgement) throw new Error('Nothing was learnt.')
    const trial = tryJudgement(judgement, null, unseen)
    expect(trial).toMatchObject({
      isKept: false,
      targets: [],
      measures: { refusal: 'none_better' },
    })
  })

  it('does not keep one that is no better than what is in use', async () => {
    const live = await learn(1500)
    const trial = tryJudgement(await learn(200), live, unseen)
    expect(trial.isKept).toBe(false)
    expect(trial.measures.refusal).toBe('ranks_worse')
    expect(trial.measures.gain).toBeLessThan(0)
  })
})
