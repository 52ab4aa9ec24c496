import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readBase } from '@/lib/scoring/base-reading'
import type { DecidedText } from '@/lib/scoring/judgement/decided-text'
import { learnJudgement } from '@/lib/scoring/judgement/learn'
import { estimateAll, measureAgreement } from '@/lib/scoring/judgement/measure'

/** Posts of Civil Comments, of which annotators said whether they are toxic as a whole, no words more than others. Not in the repository. */
const POSTS = '../shared/data/civil-toxic-spans'
/** Comments of Reddit with a label each (ercexpo/reddit_incivility): the labels stand in for what a newsroom decides. Not in the repository. */
const DATA = '../shared/data/reddit-incivility'
const article = { id: 'none', version: '1', title: '', standfirst: null, body: '' }

function readDecided(file: string): DecidedText[] {
  const rows: string[][] = parse(readFileSync(path.join(DATA, file)))
  return rows.flatMap(([body = '', label]) => {
    const reading = readBase({ body, parentBody: null, article, watchedWords: [] })
    const text = reading && { body, reading, late: null, parent: null, isReply: false, depth: 0 }
    return text ? [{ text, isUncivil: label === '1', kind: null, isOffTopic: null, count: 1 }] : []
  })
}

/** A tone that no model of ours was trained on, with all the noise of three or so annotators: what most call toxic as a whole is marked. */
function readTone(count: number): DecidedText[] {
  const read = (file: string) => parse<Record<string, string>>(readFileSync(path.join(POSTS, file)), { columns: true })
  const votes = new Map<string, number[]>()
  for (const { comment_id: id = '', 'all toxic': said } of read('annotations.csv'))
    votes.set(id, [...(votes.get(id) ?? []), said === 'True' ? 1 : 0])
  return read('comments.csv')
    .slice(0, count)
    .flatMap(({ comment_id: id = '', comment_text: body = '' }) => {
      const said = votes.get(id) ?? []
      const reading = readBase({ body, parentBody: null, article, watchedWords: [] })
      if (said.length === 0 || reading === null) return []
      const isUncivil = said.reduce((sum, vote) => sum + vote, 0) / said.length >= 0.6
      const text = { body, reading, late: null, parent: null, isReply: false, depth: 0 }
      return [{ text, isUncivil, kind: isUncivil ? ('condescension' as const) : null, isOffTopic: null, count: 1 }]
    })
}

describe.skipIf(!existsSync(POSTS))('a newsroom that marks a tone the models do not know', () => {
  it('is understood after 200 decisions, and no worse after 2,500', async () => {
    const all = readTone(4_500)
    const unseen = all.slice(2_500)
    const aucs: number[] = []
    for (const count of [0, 200, 2_500]) {
      const judgement = count === 0 ? null : await learnJudgement(all.slice(0, count), 1)
      aucs.push(measureAgreement(estimateAll(judgement, unseen, 'condescension'), unseen, 'condescension').auc ?? 0)
    }
    const [cold = 1, some = 0, many = 0] = aucs
    const told = aucs.map((auc) => auc.toFixed(3)).join(' → ')
    expect(some, told).toBeGreaterThan(cold + 0.05)
    expect(many, told).toBeGreaterThan(Math.max(0.62, some - 0.01))
  })
})

describe.skipIf(!existsSync(DATA))('a simulated newsroom', () => {
  it('is understood better after 200 and 1,500 decisions than by the base', async () => {
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
