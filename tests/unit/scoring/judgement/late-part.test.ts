import { describe, expect, it } from 'vitest'
import type { DecidedText } from '@/lib/scoring/judgement/decided-text'
import { judge, type Judgement } from '@/lib/scoring/judgement/judgement'
import { learnJudgement } from '@/lib/scoring/judgement/learn'
import { estimateAll, measureAgreement } from '@/lib/scoring/judgement/measure'
import { packJudgement, unpackJudgement } from '@/lib/scoring/judgement/pack'
import { restrict, tryBothParts } from '@/lib/scoring/judgement/try-late'
import { makeDecided, makeDice, makeReading } from '@/tests/factories/decided-texts'

const SIZE = 16
/** What the base says of every text: how often the newsroom marks, so that nothing is gained by learning that. */
const LOGITS = { uncivil: Math.log(3 / 7), condescension: Math.log(3 / 7), off_topic: -1 }

/**
 * Decisions of a newsroom that marks a tone in three of ten comments, whatever their words: nothing but the vector tells it, which is known
 * later. With `voice` 0 it does not either.
 */
function makeTone(count: number, seed: number, voice = 1): DecidedText[] {
  const roll = makeDice(seed)
  return Array.from({ length: count }, () => {
    const body = Array.from({ length: 8 }, () => `word${Math.floor(roll() * 400)}`).join(' ')
    const isMarked = roll() < 0.3
    const embedding = Float32Array.from({ length: SIZE }, (_, at) => 2 * roll() - 1 + (at === 3 && isMarked ? voice : 0))
    const reading = makeReading(body, LOGITS)
    const late = { ...reading, version: 'test, later', embedding }
    const text = { body, reading, late, parent: null, isReply: false, depth: 0 }
    return { text, isUncivil: isMarked, kind: isMarked ? 'condescension' : null, isOffTopic: false, count: 1 }
  })
}

async function learn(decided: readonly DecidedText[]): Promise<Judgement> {
  const judgement = await learnJudgement(decided, 1)
  if (!judgement) throw new Error('Nothing was learnt.')
  return judgement
}

const unseen = makeTone(500, 99)
const unread = unseen.map((one) => ({ ...one, text: { ...one.text, late: null } }))
const aucOf = (judgement: Judgement, decided: readonly DecidedText[]) =>
  measureAgreement(estimateAll(judgement, decided, 'condescension'), decided, 'condescension').auc ?? 0

describe('what is learnt on later readings', () => {
  it('tells what first readings do not, once a text has one', async () => {
    const judgement = await learn(makeTone(1200, 1))
    expect(aucOf(judgement, unread)).toBeLessThan(0.6)
    expect(aucOf(judgement, unseen)).toBeGreaterThan(0.75)
  })

  it('is nothing where no text has one, and then changes nothing', async () => {
    const first = await learn(makeTone(400, 1).map((one) => ({ ...one, text: { ...one.text, late: null } })))
    expect(first.late).toBeNull()
    expect({ ...(await learn(makeTone(400, 1))), late: null }).toEqual(first)
  })

  it('says nothing of readings by another model', async () => {
    const judgement = await learn(makeTone(400, 1))
    const [one] = unseen
    if (!one?.text.late) throw new Error('There is no text.')
    const newer = { ...one.text, late: { ...one.text.late, version: 'newer' } }
    expect(judge(judgement, newer)).toEqual(judge(judgement, { ...one.text, late: null }))
    expect(judge(judgement, one.text)).not.toEqual(judge(judgement, newer))
  })

  it('is packed and comes out with the first part, and is refused when bytes are missing', async () => {
    const judgement = await learn(makeTone(400, 1))
    const bytes = packJudgement(judgement)
    const again = unpackJudgement(bytes)
    expect(again.late).toMatchObject({ baseVersion: 'test, later', layout: { embeddingSize: SIZE } })
    for (const { text } of unseen.slice(0, 20)) expect(judge(again, text)).toEqual(judge(judgement, text))
    const first = packJudgement({ ...judgement, late: null })
    expect(unpackJudgement(first).late).toBeNull()
    for (const length of [bytes.length - 4, first.length + 2, first.length + 8])
      expect(() => unpackJudgement(bytes.subarray(0, length)), `${length}`).toThrow('not whole')
  })
})

describe('trying both parts on decisions they have not seen', () => {
  it('keeps the later part alone where nothing else tells the tone, with the figures of later readings', async () => {
    const trial = tryBothParts(await learn(makeTone(1200, 1)), null, unseen)
    expect(trial).toMatchObject({ isKept: true, targets: [] })
    expect([...trial.lateTargets].sort()).toEqual(['condescension', 'uncivil'])
    const mark = trial.measures.marks.find((one) => one.mark === 'condescension')
    expect(mark?.after.auc ?? 0).toBeGreaterThan((mark?.before.auc ?? 1) + 0.15)
  })

  it('does not keep a later part that tells nothing', async () => {
    const trial = tryBothParts(await learn(makeTone(600, 1, 0)), null, makeTone(300, 98, 0))
    expect(trial).toMatchObject({ isKept: false, lateTargets: [] })
  })

  it('does not keep one that is no better than what is in use', async () => {
    const live = await learn(makeTone(2000, 2))
    expect(tryBothParts(await learn(makeTone(250, 1)), live, unseen)).toMatchObject({ isKept: false, lateTargets: [] })
  })

  it('keeps the first part where texts have no later reading', async () => {
    const plain = makeDecided(600, 99)
    const trial = tryBothParts(await learn(makeDecided(1000)), null, plain)
    expect(trial).toMatchObject({ isKept: true, lateTargets: [] })
    expect(trial.targets).toContain('condescension')
  })

  it('leaves out of each part what was not worth having', async () => {
    const judgement = await learn(makeTone(1200, 1))
    const kept = restrict(judgement, ['uncivil'], ['condescension'])
    expect([...kept.targets.keys()]).toEqual(['uncivil'])
    expect([...(kept.late?.targets.keys() ?? [])]).toEqual(['condescension'])
    expect(restrict(judgement, ['uncivil'], []).late).toBeNull()
  })
})
