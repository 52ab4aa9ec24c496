import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readBase } from '@/lib/scoring/base-reading'
import type { DecidedText } from '@/lib/scoring/judgement/decided-text'
import { learnJudgement } from '@/lib/scoring/judgement/learn'
import { estimateAll, measureAgreement } from '@/lib/scoring/judgement/measure'

/** Comments of Reddit with a label each (ercexpo/reddit_incivility): the labels stand in for what a newsroom decides. Not in the repository. */
const DATA = '../shared/data/reddit-incivility'
const article = { id: 'none', version: '1', title: '', standfirst: null, body: '' }

function readDecided(file: string): DecidedText[] {
  const rows: string[][] = parse(readFileSync(path.join(DATA, file)))
  return rows.flatMap(([body = '', label]) => {
    const reading = readBase({ body, parentBody: null, article, watchedWords: [] })
    const text = reading && { body, reading, parent: null, isReply: false, depth: 0 }
    return text ? [{ text, isUncivil: label === '1', kind: null, isOffTopic: null, count: 1 }] : []
  })
}

describe.skipIf(!existsSync(DATA))('a simulated newsroom', () => {
  it('is understood better after 200 and 1,500 decisions than by the base', { timeout: 120_000 }, async () => {
    const decided = readDecided('incivility_coded_0302.train.csv')
    const unseen = readDecided('incivility_coded_0302.test.csv')
    const aucs: number[] = []
    for (const count of [0, 200, 1500]) {
      const judgement = count === 0 ? null : await learnJudgement(decided.slice(0, count), 1)
      aucs.push(measureAgreement(estimateAll(judgement, unseen, 'uncivil'), unseen, 'uncivil').auc ?? 0)
    }
    const [cold = 1, , warm = 0] = aucs
    expect(warm, aucs.map((auc) => auc.toFixed(3)).join(' → ')).toBeGreaterThan(cold)
    expect(Math.min(...aucs)).toBeGreaterThan(cold - 0.02)
  })
})
