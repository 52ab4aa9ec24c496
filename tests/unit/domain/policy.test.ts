import { describe, expect, it } from 'vitest'
import { runPolicy, type PolicyFacts, type PolicySettings } from '@/lib/domain/policy'
import type { Rule } from '@/lib/domain/rules/rule'

const SETTINGS: PolicySettings = { holdAll: false, holdFirstComment: false, suggestUncivilFrom: 0.7, suggestOffTopicFrom: 0.7 }
const FACTS: PolicyFacts = {
  articleState: 'open',
  isFirstComment: false,
  hasHeldWord: false,
  isReply: false,
  isParentOffTopic: false,
  scores: { uncivil: {}, offTopicArticle: null, offTopicParent: null },
}
const HELD = { phase: 'commenter_held', outcome: 'hold', why: 'Everything this person sends is held' }

describe('what a held commenter sends', () => {
  it('waits, and says that it is for who sent it', () => {
    const facts = { ...FACTS, isCommenterHeld: true }
    expect(runPolicy(SETTINGS, facts)).toEqual({
      status: 'pending',
      rejectedBy: null,
      suggestions: { uncivil: null, offTopic: null },
      findings: [HELD],
    })
  })

  it('is scored and put to the other rules all the same, after the first comment and before watched words', () => {
    const facts = { ...FACTS, isCommenterHeld: true, isFirstComment: true, hasHeldWord: true }
    const scores = { ...FACTS.scores, uncivil: { insult: 0.9 } }
    const { findings, suggestions } = runPolicy({ ...SETTINGS, holdFirstComment: true }, { ...facts, scores })
    expect(findings.map(({ phase }) => phase)).toEqual(['first_comment', 'commenter_held', 'watched_word', 'uncivil'])
    expect(suggestions.uncivil).toEqual({ kind: 'insult', score: 0.9 })
  })

  it('is public where nobody holds them, and where nobody knows who wrote', () => {
    for (const facts of [FACTS, { ...FACTS, isCommenterHeld: false }])
      expect(runPolicy(SETTINGS, facts)).toMatchObject({ status: 'published', findings: [] })
  })
})

describe('a newsroom’s own rules', () => {
  const rule = (name: string, outcome: Rule['outcome']): Rule => ({
    ...{ id: name, run: 1 },
    name,
    outcome,
    reason: outcome === 'reject' ? 'spam' : null,
    terms: [],
  })
  const run = (fitting: Rule[], facts: Partial<PolicyFacts> = {}, settings: Partial<PolicySettings> = {}) =>
    runPolicy({ ...SETTINGS, ...settings }, { ...FACTS, ...facts, fitting })
  const [trusted, links, spam] = [rule('Trusted', 'publish'), rule('Links', 'hold'), rule('Spam', 'reject')]

  it('hold, and say which it was', () => {
    expect(run([links])).toEqual({
      status: 'pending',
      rejectedBy: null,
      suggestions: { uncivil: null, offTopic: null },
      findings: [{ phase: 'rule', outcome: 'hold', why: 'Rule “Links”' }],
    })
  })

  it('are decided by the first that fits, and the findings of all are kept', () => {
    expect(run([trusted, links, spam])).toMatchObject({ status: 'published', rejectedBy: null })
    expect(run([spam, trusted])).toMatchObject({ status: 'pending', rejectedBy: spam })
    expect(run([links, spam])).toMatchObject({ status: 'pending', rejectedBy: null })
    expect(run([trusted, links]).findings.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['publish', 'Rule “Trusted”'],
      ['passed_over', 'Rule “Links”'],
    ])
    // Two that say the same are not at odds.
    expect(run([links, rule('Long', 'hold')]).findings.map(({ outcome }) => outcome)).toEqual(['hold', 'hold'])
  })

  it('lift what switches and words hold, and nothing that a person closed, slowed or holds', () => {
    const switches = { hasHeldWord: true, isFirstComment: true }
    expect(run([trusted], switches, { holdAll: true, holdFirstComment: true }).status).toBe('published')
    expect(run([trusted], switches, { holdFirstComment: true }).findings.map(({ phase, outcome }) => [phase, outcome])).toEqual([
      ['rule', 'publish'],
      ['first_comment', 'passed_over'],
      ['watched_word', 'passed_over'],
    ])
    expect(run([], switches, { holdAll: true }).status).toBe('pending')
    for (const facts of [
      { articleState: 'closed' as const },
      { isClosedOff: true },
      { isCommenterHeld: true },
      { slow: { seconds: 60, since: 5 } },
    ])
      expect(run([trusted], facts).status).toBe('pending')
  })

  it('leave suggestions as they are', () => {
    const scores = { ...FACTS.scores, uncivil: { insult: 0.9 } }
    expect(run([trusted], { scores }).suggestions.uncivil).toEqual({ kind: 'insult', score: 0.9 })
  })
})
